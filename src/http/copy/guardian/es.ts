// The words for children and for the parent or guardian who decides with them, in Spanish.
import type { GuardianWords } from "./en.ts";

export const es: GuardianWords = {
  guardian: {
    birthDate: "Fecha de nacimiento",
    birthHint:
      "Esto también se dirige a niños. La ley quiere saber si debe dar su permiso un padre o una madre; la fecha no se usa para nada más.",
    mistakes: {
      "birth-missing": "Indique la fecha de nacimiento.",
      "birth-malformed": "No puede ser una fecha de nacimiento. Escriba año, mes y día, como en 2014-03-31.",
      "guardian-missing": "Indique el correo electrónico del padre, la madre o el tutor.",
      "guardian-malformed":
        "La dirección del padre, la madre o el tutor no parece un correo electrónico. Ejemplo: nombre@example.org.",
      "guardian-same": "La dirección del padre, la madre o el tutor debe ser distinta de la del menor.",
    },
    young: (age: number) => `Menos de ${age} años: hace falta el permiso de sus padres`,
    youngText:
      "La ley solo permite darse de alta junto con el padre, la madre o el tutor. Indique el correo electrónico de uno de ellos y le preguntaremos. Hasta que dé su permiso no guardamos nada de lo escrito ni enviamos nada al menor.",
    field: "Correo electrónico del padre, la madre o el tutor",
    asked: "Ya hemos preguntado a los padres",
    askedText: (until: string) =>
      `Un mensaje con un enlace va de camino al padre, la madre o el tutor. Si nadie da su permiso antes del ${until}, no pasa nada y no guardamos nada de lo escrito.`,
    title: "¿Puede darse de alta este menor?",
    lead: "Un menor quiere recibir nuestros correos y es demasiado joven para decidirlo solo. Irían a esta dirección:",
    words: "El menor marcó:",
    born: (day: string) => `Fecha de nacimiento indicada: ${day}.`,
    statement:
      "Al pulsar el botón declara que es mayor de edad, que es el padre, la madre o el tutor de este menor y que da su permiso.",
    button: "Sí, doy mi permiso",
    otherwise:
      "Si no está de acuerdo, cierre esta página. Entonces no se envía nada al menor y no guardamos nada de lo escrito.",
    done: "Su permiso queda registrado",
    doneText:
      "Puede retirarlo cuando quiera: cada correo publicitario lleva un enlace para parar, y puede escribir a nuestro contacto de privacidad.",
    doneMail: "El buzón del menor recibe ahora un correo con un botón. Nada empieza antes de que se pulse.",
    expired: "Este enlace ha caducado",
    expiredText:
      "No se registró nada y no hemos guardado nada de lo escrito. El menor puede rellenar de nuevo el formulario.",
  },
};
