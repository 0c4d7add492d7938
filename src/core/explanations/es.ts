/** The bases and refusal codes explained in Spanish. */
import type { Explanations } from "./explanation.ts";

const COLLECT = "Recabar el consentimiento en el próximo contacto; pedirlo por correo también es publicidad.";
const COMPLETE =
  "Registrar las pruebas que falten si existen; si no, recabar el consentimiento en el próximo contacto, no por correo.";
const ANEW =
  "Que la persona rellene de nuevo el formulario: sigue otro correo de confirmación. No enviar recordatorios.";

/** Spanish. */
export const es = {
  "legal-obligation": {
    name: "Obligación legal",
    operator: "El mensaje cita una ley que obliga a informar a esta persona.",
    recipient: "La ley nos obliga a decírselo.",
    remedy: "Enviar solo lo que esa ley pide, sin publicidad.",
  },
  rights: {
    name: "Ejercicio de un derecho",
    operator: "El mensaje responde a un derecho que la persona ejerció.",
    recipient: "Responde a una solicitud que hizo sobre sus datos.",
    remedy: "Responder a lo que se pidió, en plazo y sin publicidad.",
  },
  contract: {
    name: "Contrato",
    operator: "El mensaje pertenece a un contrato o cuenta en vigor de esta persona.",
    recipient: "Forma parte de un contrato que tiene con nosotros.",
    remedy: "Enviar solo lo que el contrato necesita; un bloque promocional lo convierte en publicidad.",
  },
  "double-opt-in": {
    name: "Confirmación de un alta",
    operator: "Se rellenó un formulario con esta dirección hace menos de 48 horas, aún sin confirmar.",
    recipient: "Alguien escribió esta dirección en un formulario, y preguntamos si era usted.",
    remedy: "Enviar este único correo, neutro, sin recordatorios.",
  },
  "requested-information": {
    name: "Información solicitada",
    operator: "La persona lo pidió, y lo prometido no está agotado.",
    recipient: "Nos pidió esta información.",
    remedy: "Enviar lo que se pidió, y parar cuando la promesa esté cumplida.",
  },
  consent: {
    name: "Consentimiento",
    operator: "La persona consintió esta finalidad, y la prueba está registrada.",
    recipient: "Dio su consentimiento.",
    remedy: "Conservar la prueba, y parar en cuanto se retire el consentimiento.",
  },
  "soft-opt-in": {
    name: "Cliente existente (soft opt-in)",
    operator: "Un cliente que pudo negarse al dar su dirección recibe ofertas similares.",
    recipient: "Nos compró algo, se le dijo que podríamos escribirle sobre productos similares y no se negó.",
    remedy: "Anunciar solo productos propios y similares, con baja gratuita en cada mensaje.",
  },
  "corporate-opt-out": {
    name: "Empresa que puede oponerse",
    operator: "Una empresa probada, en un país donde se le puede escribir mientras no se oponga.",
    recipient: "Le escribimos como empresa, que no se ha opuesto.",
    remedy: "Decir de dónde viene la dirección y cómo oponerse; parar a la primera oposición.",
  },
  "input-invalid": {
    name: "Pregunta no entendida",
    operator: "Algo de la pregunta falta o no se puede leer; se indica dónde.",
    recipient: "No pudimos saber si podíamos escribirle, así que no lo hicimos.",
    remedy: "Corregir lo indicado y volver a preguntar; hasta entonces no se envía nada.",
  },
  "address-invalid": {
    name: "La dirección no funciona",
    operator: "Un mensaje a esta dirección fue rechazado de forma definitiva, y no se ha restablecido.",
    recipient: "Nuestros correos a su dirección volvían, así que dejamos de enviarlos.",
    remedy: "Que la persona dé una dirección que funcione en el próximo contacto.",
  },
  erased: {
    name: "Suprimida",
    operator: "Los datos se suprimieron y la persona no ha vuelto de un modo que sirva a este mensaje.",
    recipient: "Sus datos fueron suprimidos, así que ya no le escribimos.",
    remedy: "No escribir primero; se abre de nuevo cuando la persona vuelve por sí misma.",
  },
  restricted: {
    name: "Tratamiento limitado",
    operator: "El tratamiento de los datos de la persona está limitado, y no se ha levantado.",
    recipient: "El uso de sus datos está limitado: por ahora solo los conservamos.",
    remedy: "Resolver la causa, e informar a la persona antes de levantar la limitación (RGPD 18(3)).",
  },
  objected: {
    name: "Oposición",
    operator: "La persona se opuso a esta publicidad y no ha dado después un consentimiento válido.",
    recipient: "Se opuso a nuestra publicidad, así que no se la enviamos.",
    remedy: "Respetarla; solo la levanta un consentimiento posterior dado por iniciativa propia.",
  },
  "complaint-as-objection": {
    name: "Marcado como spam",
    operator: "La persona marcó un mensaje como spam y no ha dado después un consentimiento válido.",
    recipient: "Marcó uno de nuestros mensajes como spam, así que paramos.",
    remedy: "Respetarlo como oposición; solo la levanta un consentimiento posterior y espontáneo.",
  },
  withdrawn: {
    name: "Consentimiento retirado",
    operator: "La persona pidió parar y no ha dado después un consentimiento válido.",
    recipient: "Nos pidió que paráramos, y paramos.",
    remedy: "No escribir para recuperarla; dejar el alta donde pueda encontrarla.",
  },
  "under-age": {
    name: "Demasiado joven, o edad desconocida",
    operator: "La persona quizá no tiene edad para consentir aquí, y ningún tutor consintió a tiempo.",
    recipient: "Solo escribimos a menores con el consentimiento de su padre, madre o tutor.",
    remedy:
      "Registrar primero el consentimiento del tutor con su prueba y después el de la persona; si no, no escribir.",
  },
  "exclusion-register": {
    name: "En una lista de exclusión",
    operator: "Una lista de exclusión que rige aquí la incluye, y ningún consentimiento prevalece.",
    recipient: "Está en una lista oficial de quienes no quieren publicidad, así que no se la enviamos.",
    remedy: "Excluirla; un consentimiento suyo, recabado en el próximo contacto, prevalecería.",
  },
  "register-stale": {
    name: "Lista de exclusión sin consultar",
    operator: "Una lista de exclusión que rige aquí no se leyó en las últimas 24 horas.",
    recipient: "No pudimos consultar la lista oficial de exclusión, así que no escribimos.",
    remedy:
      "Consultar de nuevo la lista, o pedir el consentimiento en el próximo contacto: la lista no rige para quien consintió.",
  },
  "third-party-source": {
    name: "Dirección de un tercero",
    operator: "La dirección se compró, se extrajo o la pasó otro, sin consentimiento válido registrado.",
    recipient: "No nos dio usted su dirección, así que no le enviamos publicidad.",
    remedy: "Descartar la dirección; solo la abre un consentimiento que la persona le dé a usted.",
  },
  "repermission-no-basis": {
    name: "Pedir permiso sin tenerlo",
    operator: "El mensaje pide permiso: también es publicidad, y nada lo permite.",
    recipient: "No podemos escribirle solo para preguntar si podemos escribirle.",
    remedy: "Preguntar en el próximo contacto, en su web o en persona, y no por correo.",
  },
  "message-noncompliant": {
    name: "Al mensaje le falta algo obligatorio",
    operator: "Falta quién envía, una dirección postal, una vía de baja o la indicación de publicidad.",
    recipient: "A un mensaje le faltaba información que se le debe, así que no se envió.",
    remedy: "Añadir lo que falta y volver a preguntar.",
  },
  "promo-in-service": {
    name: "Publicidad en un mensaje que no lo es",
    operator: "Un mensaje de servicio, información, aviso o derechos lleva un bloque promocional.",
    recipient: "No mezclamos publicidad con los mensajes que necesita o pidió.",
    remedy: "Quitar el bloque, o enviarlo como publicidad a quien pueda recibirla.",
  },
  "ads-in-neutral-mail": {
    name: "Publicidad en un correo neutro",
    operator: "Una confirmación o un acuse lleva un bloque promocional.",
    recipient: "No mezclamos publicidad con los mensajes que solo confirman algo.",
    remedy: "Quitar el bloque; el logotipo y la información legal pueden quedarse.",
  },
  "no-legal-duty": {
    name: "No se cita ninguna obligación legal",
    operator: "El mensaje pretende cumplir una obligación legal y no cita ninguna ley.",
    recipient: "No conocemos una ley que nos obligue a decírselo, así que no escribimos.",
    remedy: "Citar la ley que obliga, o preguntar por el tipo de mensaje que es en realidad.",
  },
  "no-case": {
    name: "Nada que responder",
    operator: "No hay solicitud de derechos abierta, ni retirada u oposición reciente que responder.",
    recipient: "No tiene ninguna solicitud abierta a la que responda este mensaje.",
    remedy: "Citar la solicitud abierta, o no enviar.",
  },
  "not-necessary": {
    name: "Ningún contrato lo necesita",
    operator: "El mensaje no cita ningún contrato en vigor.",
    recipient: "No tiene con nosotros un contrato en vigor que necesite este mensaje.",
    remedy: "Citar el contrato en vigor; si terminó, no enviar nada por él.",
  },
  "doi-limit": {
    name: "Ahora no toca correo de confirmación",
    operator:
      "La petición tiene más de 48 horas, está confirmada o bloqueada, o siguió demasiado pronto a otra.",
    recipient: "Pedimos la confirmación una sola vez, poco después del formulario.",
    remedy: "No enviar recordatorios; una nueva petición de la persona puede empezar de nuevo.",
  },
  "beyond-request": {
    name: "Más de lo que se pidió",
    operator: "La persona no pidió esto, o las respuestas prometidas o su plazo se agotaron.",
    recipient: "No pidió esto, o ya recibió todo lo que pidió.",
    remedy: "Parar aquí; una nueva petición de la persona lo abre otra vez.",
  },
  "third-party-consent": {
    name: "Consintió otra persona",
    operator: "El consentimiento lo dio otra persona, o un tutor sin prueba registrada.",
    recipient: "El consentimiento registrado no es suyo, así que no nos basamos en él.",
    remedy: "Recabarlo de la persona en el próximo contacto, o de un tutor con prueba; no por correo.",
  },
  "legacy-consent": {
    name: "Consentimiento anterior al RGPD",
    operator: "El consentimiento es anterior al 25 de mayo de 2018 y su prueba no llega al nivel de hoy.",
    recipient: "Su consentimiento es anterior a las reglas actuales y está incompleto.",
    remedy: COMPLETE,
  },
  "no-proof": {
    name: "Consentimiento sin prueba",
    operator: "Consta un consentimiento, pero no las palabras o el formulario que se mostraron.",
    recipient: "No podemos probar que consintió, así que no escribimos.",
    remedy: COMPLETE,
  },
  "not-affirmative": {
    name: "Sin elección activa",
    operator: "La casilla estaba marcada de antemano, o el consentimiento iba en las condiciones.",
    recipient: "No se le preguntó de un modo que le dejara elegir, así que no escribimos.",
    remedy: "Recabar el consentimiento en el próximo contacto, con una casilla vacía propia; no por correo.",
  },
  conditional: {
    name: "Consentimiento exigido",
    operator: "El consentimiento se exigió para obtener otra cosa; se presume que no es libre.",
    recipient: "Tuvo que aceptar para obtener otra cosa, así que no lo tomamos como consentimiento.",
    remedy: "Ofrecer el servicio sin él, y dejar la elección abierta en el próximo contacto.",
  },
  "not-specific": {
    name: "Una casilla para varias finalidades",
    operator: "Una sola casilla cubría varias finalidades.",
    recipient: "Una sola casilla le pedía varias cosas a la vez, así que no nos basamos en ella.",
    remedy: "Recabar el consentimiento en el próximo contacto, una casilla por finalidad; no por correo.",
  },
  "controller-not-named": {
    name: "Consentimiento que nombra a otros",
    operator: "El consentimiento nombra a otros responsables y no a este.",
    recipient: "Su consentimiento nombra a otros y no a nosotros, así que no escribimos.",
    remedy: "Recabar en el próximo contacto un consentimiento que le nombre a usted; no por correo.",
  },
  "scope-mismatch": {
    name: "Fuera de lo consentido",
    operator: "El consentimiento es para otro canal u otra categoría que este mensaje.",
    recipient: "Consintió otra cosa, así que no le enviamos esto.",
    remedy: "Ceñirse a lo consentido, o recabar este consentimiento en el próximo contacto.",
  },
  "not-informed": {
    name: "Sin información suficiente",
    operator: "No consta un aviso con el consentimiento, o no decía que se puede retirar.",
    recipient: "No se le dijo lo suficiente al preguntarle, así que no nos basamos en ello.",
    remedy: "Recabar el consentimiento en el próximo contacto, con el aviso a la vista; no por correo.",
  },
  "controller-changed": {
    name: "Cambió el responsable",
    operator: "El responsable cambió después del consentimiento, y la persona no fue informada.",
    recipient: "La empresa cambió y no se le informó, así que no escribimos.",
    remedy:
      "Dar el aviso que pide la ley y registrarlo, o recabar un consentimiento nuevo; consúltelo con un abogado.",
  },
  "doi-unconfirmed": {
    name: "Sin confirmar desde el buzón",
    operator: "El formulario o el país pide confirmar desde el buzón, y no consta ninguna confirmación.",
    recipient: "No pulsó el botón de nuestro correo de confirmación, así que nada empezó.",
    remedy: ANEW,
  },
  "doi-expired": {
    name: "Confirmado demasiado tarde",
    operator: "La confirmación llegó cuando el enlace ya había caducado.",
    recipient: "Confirmó cuando el enlace ya había caducado, así que nada empezó.",
    remedy: ANEW,
  },
  "doi-bot": {
    name: "Confirmado por un programa",
    operator: "El enlace se abrió, como hacen los filtros de correo, y nadie pulsó el botón.",
    recipient: "El enlace de nuestro correo se abrió sin pulsar su botón, así que nada empezó.",
    remedy: ANEW,
  },
  "consent-decayed": {
    name: "Consentimiento caducado",
    operator: "Demasiado tiempo sin señales de vida tras el consentimiento; las aperturas no cuentan.",
    recipient: "Hace mucho que no sabemos de usted y ya no nos basamos en su consentimiento.",
    remedy: "No escribir para recuperarla; recabar el consentimiento en el próximo contacto.",
  },
  "no-sale-context": {
    name: "Ninguna venta que cuente",
    operator: "El país no conoce el soft opt-in, o ninguna venta registrada lo abre.",
    recipient: "No nos ha comprado nada que nos permita escribirle.",
    remedy: COLLECT,
  },
  "free-account-not-sale": {
    name: "Cuenta gratuita",
    operator: "Una cuenta gratuita no cuenta como venta en las reglas de este país.",
    recipient: "Tiene una cuenta gratuita, y eso solo no nos permite escribirle.",
    remedy: COLLECT,
  },
  "not-from-customer": {
    name: "La dirección no la dio el cliente",
    operator: "No consta que el cliente diera la dirección en la venta.",
    recipient: "No nos dio esta dirección al comprar, así que no la usamos.",
    remedy: COLLECT,
  },
  "no-optout-at-collection": {
    name: "No se ofreció negarse en la venta",
    operator: "No está probado que se ofreciera negarse al recoger la dirección.",
    recipient: "No se le ofreció negarse al comprar, así que no escribimos.",
    remedy:
      "Ofrecerlo en la próxima venta. Hasta entonces solo vale el consentimiento; pedirlo por correo es publicidad.",
  },
  "refused-at-collection": {
    name: "Se negó en una venta",
    operator: "La persona rechazó la publicidad en una venta.",
    recipient: "Nos dijo al comprar que no quiere publicidad, así que no la enviamos.",
    remedy: "Respetarlo; solo lo abre un consentimiento dado por iniciativa propia.",
  },
  "not-same-person": {
    name: "Compró a otra empresa",
    operator: "Vendió otra persona jurídica; una empresa del mismo grupo también es otra.",
    recipient: "Compró a otra empresa y no a nosotros.",
    remedy: COLLECT,
  },
  "not-similar": {
    name: "No es similar a lo comprado",
    operator: "Lo comprado es de otra categoría que lo anunciado.",
    recipient: "Esto no es similar a lo que nos compró, así que no se lo enviamos.",
    remedy: "Anunciar solo lo similar, o recabar el consentimiento en el próximo contacto.",
  },
  "soft-expired": {
    name: "Venta demasiado antigua",
    operator: "Ha pasado el tiempo durante el que las reglas de este país se basan en una venta.",
    recipient: "Nos compró hace mucho, así que ya no le escribimos por ello.",
    remedy: COLLECT,
  },
  "not-corporate": {
    name: "No es una empresa a la que se pueda escribir",
    operator: "No consta prueba de persona jurídica, o su país exige igualmente el consentimiento.",
    recipient: "Para escribirle necesitaríamos su consentimiento, y no lo tenemos.",
    remedy: "Registrar la inscripción mercantil si existe; si no, recabar el consentimiento, no por correo.",
  },
  "role-mismatch": {
    name: "Sin relación con el puesto",
    operator: "No consta por qué el mensaje concierne al trabajo de la persona.",
    recipient: "No consta por qué esto concerniría a su trabajo, así que no lo enviamos.",
    remedy: "Registrar el motivo si es cierto; si no, recabar el consentimiento en el próximo contacto.",
  },
  "no-lia": {
    name: "Sin ponderación de intereses",
    operator: "No consta una ponderación de su interés y el del destinatario.",
    recipient: "No hemos ponderado nuestro interés con el suyo, así que no escribimos.",
    remedy: "Hacer y registrar antes la ponderación; su resultado puede ser que no.",
  },
  "no-art14": {
    name: "No se dice la procedencia",
    operator: "El mensaje no dice de dónde viene la dirección ni cómo oponerse.",
    recipient: "El mensaje no decía de dónde tenemos su dirección, así que no se envió.",
    remedy: "Poner la procedencia y el derecho de oposición en el mensaje, y volver a preguntar.",
  },
  "no-basis": {
    name: "Nada lo permite",
    operator: "Nada de lo registrado permite este mensaje.",
    recipient: "Nada de lo registrado nos permite escribirle, así que no lo hacemos.",
    remedy: "Recabar el consentimiento en el próximo contacto; pedirlo por correo es en sí ilícito.",
  },
} as const satisfies Explanations;
