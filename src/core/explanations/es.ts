/** The bases and refusal codes explained in Spanish. */
import type { OperatorExplanations } from "./explanation.ts";

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
    remedy: "Enviar solo lo que esa ley pide, sin publicidad.",
  },
  rights: {
    name: "Ejercicio de un derecho",
    operator: "El mensaje responde a un derecho que la persona ejerció.",
    remedy: "Responder a lo que se pidió, en plazo y sin publicidad.",
  },
  contract: {
    name: "Contrato",
    operator: "El mensaje pertenece a un contrato o cuenta en vigor de esta persona.",
    remedy: "Enviar solo lo que el contrato necesita; un bloque promocional lo convierte en publicidad.",
  },
  "double-opt-in": {
    name: "Confirmación de un alta",
    operator: "Se rellenó un formulario con esta dirección hace menos de 48 horas, aún sin confirmar.",
    remedy: "Enviar este único correo, neutro, sin recordatorios.",
  },
  "requested-information": {
    name: "Información solicitada",
    operator: "La persona lo pidió, y lo prometido no está agotado.",
    remedy: "Enviar lo que se pidió, y parar cuando la promesa esté cumplida.",
  },
  consent: {
    name: "Consentimiento",
    operator: "La persona consintió esta finalidad, y la prueba está registrada.",
    remedy: "Conservar la prueba, y parar en cuanto se retire el consentimiento.",
  },
  "soft-opt-in": {
    name: "Cliente existente (soft opt-in)",
    operator: "Un cliente que pudo negarse al dar su dirección recibe ofertas similares.",
    remedy: "Anunciar solo productos propios y similares, con baja gratuita en cada mensaje.",
  },
  "corporate-opt-out": {
    name: "Empresa que puede oponerse",
    operator: "Una empresa probada, en un país donde se le puede escribir mientras no se oponga.",
    remedy: "Decir de dónde viene la dirección y cómo oponerse; parar a la primera oposición.",
  },
  "input-invalid": {
    name: "Pregunta no entendida",
    operator: "Algo de la pregunta falta o no se puede leer; se indica dónde.",
    remedy: "Corregir lo indicado y volver a preguntar; hasta entonces no se envía nada.",
  },
  "address-invalid": {
    name: "La dirección no funciona",
    operator: "Un mensaje a esta dirección fue rechazado de forma definitiva, y no se ha restablecido.",
    remedy: "Que la persona dé una dirección que funcione en el próximo contacto.",
  },
  erased: {
    name: "Suprimida",
    operator: "Los datos se suprimieron y la persona no ha vuelto de un modo que sirva a este mensaje.",
    remedy: "No escribir primero; se abre de nuevo cuando la persona vuelve por sí misma.",
  },
  restricted: {
    name: "Tratamiento limitado",
    operator: "El tratamiento de los datos de la persona está limitado, y no se ha levantado.",
    remedy: "Resolver la causa, e informar a la persona antes de levantar la limitación (RGPD 18(3)).",
  },
  objected: {
    name: "Oposición",
    operator: "La persona se opuso a esta publicidad y no ha dado después un consentimiento válido.",
    remedy: "Respetarla; solo la levanta un consentimiento posterior dado por iniciativa propia.",
  },
  "complaint-as-objection": {
    name: "Marcado como spam",
    operator: "La persona marcó un mensaje como spam y no ha dado después un consentimiento válido.",
    remedy: "Respetarlo como oposición; solo la levanta un consentimiento posterior y espontáneo.",
  },
  withdrawn: {
    name: "Consentimiento retirado",
    operator: "La persona pidió parar y no ha dado después un consentimiento válido.",
    remedy: "No escribir para recuperarla; dejar el alta donde pueda encontrarla.",
  },
  "under-age": {
    name: "Demasiado joven, o edad desconocida",
    operator: "La persona quizá no tiene edad para consentir aquí, y ningún tutor consintió a tiempo.",
    remedy:
      "Registrar primero el consentimiento del tutor con su prueba y después el de la persona; si no, no escribir.",
  },
  "exclusion-register": {
    name: "En una lista de exclusión",
    operator: "Una lista de exclusión que rige aquí la incluye, y ningún consentimiento prevalece.",
    remedy: "Excluirla; un consentimiento suyo, recabado en el próximo contacto, prevalecería.",
  },
  "register-stale": {
    name: "Lista de exclusión sin consultar",
    operator: "Una lista de exclusión que rige aquí no se leyó en las últimas 24 horas.",
    remedy:
      "Consultar de nuevo la lista, o pedir el consentimiento en el próximo contacto: la lista no rige para quien consintió.",
  },
  "third-party-source": {
    name: "Dirección de un tercero",
    operator: "La dirección se compró, se extrajo o la pasó otro, sin consentimiento válido registrado.",
    remedy: "Descartar la dirección; solo la abre un consentimiento que la persona le dé a usted.",
  },
  "repermission-no-basis": {
    name: "Pedir permiso sin tenerlo",
    operator: "El mensaje pide permiso: también es publicidad, y nada lo permite.",
    remedy: "Preguntar en el próximo contacto, en su web o en persona, y no por correo.",
  },
  "message-noncompliant": {
    name: "Al mensaje le falta algo obligatorio",
    operator: "Falta quién envía, una dirección postal, una vía de baja o la indicación de publicidad.",
    remedy: "Añadir lo que falta y volver a preguntar.",
  },
  "promo-in-service": {
    name: "Publicidad en un mensaje que no lo es",
    operator: "Un mensaje de servicio, información, aviso o derechos lleva un bloque promocional.",
    remedy: "Quitar el bloque, o enviarlo como publicidad a quien pueda recibirla.",
  },
  "ads-in-neutral-mail": {
    name: "Publicidad en un correo neutro",
    operator: "Una confirmación o un acuse lleva un bloque promocional.",
    remedy: "Quitar el bloque; el logotipo y la información legal pueden quedarse.",
  },
  "no-legal-duty": {
    name: "No se cita ninguna obligación legal",
    operator: "El mensaje pretende cumplir una obligación legal y no cita ninguna ley.",
    remedy: "Citar la ley que obliga, o preguntar por el tipo de mensaje que es en realidad.",
  },
  "no-case": {
    name: "Nada que responder",
    operator: "No hay solicitud de derechos abierta, ni retirada u oposición reciente que responder.",
    remedy: "Citar la solicitud abierta, o no enviar.",
  },
  "not-necessary": {
    name: "Ningún contrato lo necesita",
    operator: "El mensaje no cita ningún contrato en vigor.",
    remedy: "Citar el contrato en vigor; si terminó, no enviar nada por él.",
  },
  "doi-limit": {
    name: "Ahora no toca correo de confirmación",
    operator:
      "La petición tiene más de 48 horas, está confirmada o bloqueada, o siguió demasiado pronto a otra.",
    remedy: "No enviar recordatorios; una nueva petición de la persona puede empezar de nuevo.",
  },
  "beyond-request": {
    name: "Más de lo que se pidió",
    operator: "La persona no pidió esto, o las respuestas prometidas o su plazo se agotaron.",
    remedy: "Parar aquí; una nueva petición de la persona lo abre otra vez.",
  },
  "third-party-consent": {
    name: "Consintió otra persona",
    operator: "El consentimiento lo dio otra persona, o un tutor sin prueba registrada.",
    remedy: "Recabarlo de la persona en el próximo contacto, o de un tutor con prueba; no por correo.",
  },
  "legacy-consent": {
    name: "Consentimiento anterior al RGPD",
    operator: "El consentimiento es anterior al 25 de mayo de 2018 y su prueba no llega al nivel de hoy.",
    remedy: COMPLETE,
  },
  "no-proof": {
    name: "Consentimiento sin prueba",
    operator: "Consta un consentimiento, pero no las palabras o el formulario que se mostraron.",
    remedy: COMPLETE,
  },
  "not-affirmative": {
    name: "Sin elección activa",
    operator: "La casilla estaba marcada de antemano, o el consentimiento iba en las condiciones.",
    remedy: "Recabar el consentimiento en el próximo contacto, con una casilla vacía propia; no por correo.",
  },
  conditional: {
    name: "Consentimiento exigido",
    operator: "El consentimiento se exigió para obtener otra cosa; se presume que no es libre.",
    remedy: "Ofrecer el servicio sin él, y dejar la elección abierta en el próximo contacto.",
  },
  "not-specific": {
    name: "Una casilla para varias finalidades",
    operator: "Una sola casilla cubría varias finalidades.",
    remedy: "Recabar el consentimiento en el próximo contacto, una casilla por finalidad; no por correo.",
  },
  "controller-not-named": {
    name: "Consentimiento que nombra a otros",
    operator: "El consentimiento nombra a otros responsables y no a este.",
    remedy: "Recabar en el próximo contacto un consentimiento que le nombre a usted; no por correo.",
  },
  "scope-mismatch": {
    name: "Fuera de lo consentido",
    operator: "El consentimiento es para otro canal u otra categoría que este mensaje.",
    remedy: "Ceñirse a lo consentido, o recabar este consentimiento en el próximo contacto.",
  },
  "not-informed": {
    name: "Sin información suficiente",
    operator: "No consta un aviso con el consentimiento, o no decía que se puede retirar.",
    remedy: "Recabar el consentimiento en el próximo contacto, con el aviso a la vista; no por correo.",
  },
  "controller-changed": {
    name: "Cambió el responsable",
    operator: "El responsable cambió después del consentimiento, y la persona no fue informada.",
    remedy:
      "Dar el aviso que pide la ley y registrarlo, o recabar un consentimiento nuevo; consúltelo con un abogado.",
  },
  "doi-unconfirmed": {
    name: "Sin confirmar desde el buzón",
    operator: "El formulario o el país pide confirmar desde el buzón, y no consta ninguna confirmación.",
    remedy: ANEW,
  },
  "doi-expired": {
    name: "Confirmado demasiado tarde",
    operator: "La confirmación llegó cuando el enlace ya había caducado.",
    remedy: ANEW,
  },
  "doi-bot": {
    name: "Confirmado por un programa",
    operator: "El enlace se abrió, como hacen los filtros de correo, y nadie pulsó el botón.",
    remedy: ANEW,
  },
  "consent-decayed": {
    name: "Consentimiento caducado",
    operator: "Demasiado tiempo sin señales de vida tras el consentimiento; las aperturas no cuentan.",
    remedy: "No escribir para recuperarla; recabar el consentimiento en el próximo contacto.",
  },
  "no-sale-context": {
    name: "Ninguna venta que cuente",
    operator: "El país no conoce el soft opt-in, o ninguna venta registrada lo abre.",
    remedy: COLLECT,
  },
  "free-account-not-sale": {
    name: "Cuenta gratuita",
    operator: "Una cuenta gratuita no cuenta como venta en las reglas de este país.",
    remedy: COLLECT,
  },
  "not-from-customer": {
    name: "La dirección no la dio el cliente",
    operator: "No consta que el cliente diera la dirección en la venta.",
    remedy: COLLECT,
  },
  "no-optout-at-collection": {
    name: "No se ofreció negarse en la venta",
    operator: "No está probado que se ofreciera negarse al recoger la dirección.",
    remedy:
      "Ofrecerlo en la próxima venta. Hasta entonces solo vale el consentimiento; pedirlo por correo es publicidad.",
  },
  "refused-at-collection": {
    name: "Se negó en una venta",
    operator: "La persona rechazó la publicidad en una venta.",
    remedy: "Respetarlo; solo lo abre un consentimiento dado por iniciativa propia.",
  },
  "not-same-person": {
    name: "Compró a otra empresa",
    operator: "Vendió otra persona jurídica; una empresa del mismo grupo también es otra.",
    remedy: COLLECT,
  },
  "not-similar": {
    name: "No es similar a lo comprado",
    operator: "Lo comprado es de otra categoría que lo anunciado.",
    remedy: "Anunciar solo lo similar, o recabar el consentimiento en el próximo contacto.",
  },
  "soft-expired": {
    name: "Venta demasiado antigua",
    operator: "Ha pasado el tiempo durante el que las reglas de este país se basan en una venta.",
    remedy: COLLECT,
  },
  "not-corporate": {
    name: "No es una empresa a la que se pueda escribir",
    operator: "No consta prueba de persona jurídica, o su país exige igualmente el consentimiento.",
    remedy: "Registrar la inscripción mercantil si existe; si no, recabar el consentimiento, no por correo.",
  },
  "role-mismatch": {
    name: "Sin relación con el puesto",
    operator: "No consta por qué el mensaje concierne al trabajo de la persona.",
    remedy: "Registrar el motivo si es cierto; si no, recabar el consentimiento en el próximo contacto.",
  },
  "no-lia": {
    name: "Sin ponderación de intereses",
    operator: "No consta una ponderación de su interés y el del destinatario.",
    remedy: "Hacer y registrar antes la ponderación; su resultado puede ser que no.",
  },
  "no-art14": {
    name: "No se dice la procedencia",
    operator: "El mensaje no dice de dónde viene la dirección ni cómo oponerse.",
    remedy: "Poner la procedencia y el derecho de oposición en el mensaje, y volver a preguntar.",
  },
  "no-basis": {
    name: "Nada lo permite",
    operator: "Nada de lo registrado permite este mensaje.",
    remedy: "Recabar el consentimiento en el próximo contacto; pedirlo por correo es en sí ilícito.",
  },
} as const satisfies OperatorExplanations;
