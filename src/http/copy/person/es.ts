// The words of what a person may do on the page of their choices, and of links that have ended, in Spanish.
import type { PersonWords } from "./en.ts";

export const es: PersonWords = {
  own: {
    joining: "Al pulsar el botón, usted dice:",
    askFirst: "Entonces le enviamos un único correo con un botón. Nada empieza antes de que lo pulse.",
    joined: "Hecho. Vale desde este momento.",
    asked:
      "Mire ahora su buzón: le enviamos un correo con un botón, y nada empieza antes de que lo pulse. Suele llegar al instante; tras varias peticiones puede tardar hasta un día.",
    measured: "Ser medido",
    measuredText:
      "Esto va aparte de lo demás: sin ello recibe los mismos correos y no registramos lo que abre.",
    paused: (day: string) => `Se le preguntó y no dijo que sí. No volveremos a preguntarle antes del ${day}.`,
    renew: "Sí, que siga",
    lapses: (day: string) => `Esto termina el ${day}, si no lo vuelve a decir.`,
    rights: "Un derecho sin el otro",
    withdraw: "Retirar todos mis consentimientos",
    withdrawText:
      "Lo que aceptó termina (RGPD 7(3)). Lo que se basa en otra cosa, como una compra, sigue hasta que se oponga.",
    object: "Oponerme a toda la publicidad",
    objectText:
      "Ya no usamos sus datos para publicidad, sea cual sea su base (RGPD 21(2)), hasta que usted mismo la pida.",
    language: "El idioma en que le hablamos",
    keep: "Guardar",
    often: "¿Con qué frecuencia?",
    keepNamed: (purpose) => `Guardar la frecuencia de «${purpose}»`,
    frequencies: {
      any: "Según vayan saliendo",
      week: "Como mucho una vez por semana",
      month: "Como mucho una vez al mes",
    },
    outdated:
      "Esta página estuvo abierta demasiado tiempo o no llegó entera, así que no se ha cambiado nada. Aquí está de nuevo: elija otra vez, por favor.",
  },
  seen: {
    form: "El formulario tal como era",
    ticked: "Marcada:",
    notTicked: "Sin marcar:",
    uses: "Correos que se basaron en ello",
    uncertain: "quizá: la conexión se cortó",
  },
  link: {
    title: "Sus elecciones",
    lead: "Escriba su dirección y enviamos un enlace a su buzón: allí ve y cambia lo que le enviamos.",
    button: "Envíenme el enlace",
    sent: "Mire ahora su buzón",
    sentText:
      "Si conocemos esta dirección, un correo con un enlace está en camino. Decimos lo mismo a todo el mundo, para que nadie sepa qué direcciones conocemos. Tras varias peticiones puede tardar hasta un día.",
  },
  address: {
    title: "Su dirección",
    text: "Indique una dirección nueva y preguntamos a su buzón. Lo que usted eligió sigue allí en cuanto responda; aquí ya no escribimos más.",
    field: "Nuevo correo electrónico",
    button: "Preguntar a ese buzón",
    fresh:
      "Para cambiar de dirección, pida un enlace nuevo a este buzón: un correo reenviado no debe bastar.",
    freshLink: "Pedir un enlace",
    asked: "Hemos escrito a la nueva dirección. Nada cambia antes de que pulse allí el botón.",
    same: "Es la dirección a la que ya le escribimos.",
    often: "Hoy ha indicado varias direcciones. Inténtelo de nuevo mañana, por favor.",
    confirm: "¿Es esta su nueva dirección?",
    confirmText:
      "Alguien ha indicado esta dirección como la suya. Si pulsa el botón, lo que esa persona eligió sigue aquí, tanto consentimientos como negativas, y la dirección antigua no recibe más correo.",
    yes: "Sí, es la mía",
    done: "Trasladado",
    doneText: "Lo que eligió vale aquí desde ahora. Lo que solo permitía una compra no se traslada.",
    expired: "Este botón ha caducado",
    expiredText:
      "Ha pasado demasiado tiempo, así que no se ha trasladado nada. Puede indicar la dirección otra vez en la página de sus elecciones.",
  },
  gone: {
    title: "Este enlace ha terminado",
    text: "Lo que sabíamos de usted se ha borrado, y con ello lo que mostraría esta página. Solo conservamos lo que impide más publicidad.",
  },
};
