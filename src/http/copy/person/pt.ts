// The words of what a person may do on the page of their choices, and of links that have ended, in Portuguese.
import type { PersonWords } from "./en.ts";

export const pt: PersonWords = {
  own: {
    joining: "Ao carregar no botão, declara:",
    askFirst: "Enviamos-lhe então um único email com um botão. Nada começa antes de carregar nele.",
    joined: "Feito. Vale a partir de agora.",
    asked:
      "Veja agora a sua caixa de correio: enviamos um email com um botão, e nada começa antes de carregar nele. Costuma chegar logo; após vários pedidos pode demorar até um dia.",
    measured: "Medição",
    measuredText: "Está à parte do resto: sem ela recebe os mesmos emails, e não registamos o que abre.",
    paused: (day: string) =>
      `Foi-lhe perguntado e não disse que sim. Não voltamos a perguntar antes de ${day}.`,
    renew: "Sim, continuar",
    lapses: (day: string) => `Isto termina em ${day}, se não o disser de novo.`,
    rights: "Um direito sem o outro",
    withdraw: "Retirar todos os consentimentos",
    withdrawText:
      "O que um dia aceitou termina (RGPD 7(3)). O que assenta noutra coisa, como uma compra, continua até se opor.",
    object: "Opor-me a toda a publicidade",
    objectText:
      "Deixamos de usar os seus dados para publicidade, seja o que for que a permitia (RGPD 21(2)), até que a peça.",
    language: "O idioma em que lhe falamos",
    keep: "Guardar",
    often: "Com que frequência?",
    keepNamed: (purpose) => `Guardar a frequência de «${purpose}»`,
    frequencies: {
      any: "À medida que saem",
      week: "No máximo uma vez por semana",
      month: "No máximo uma vez por mês",
    },
    outdated:
      "Esta página esteve aberta demasiado tempo ou não chegou inteira, por isso nada foi alterado. Aqui está de novo: escolha mais uma vez.",
  },
  seen: {
    form: "O formulário tal como era",
    ticked: "Assinalada:",
    notTicked: "Não assinalada:",
    uses: "Emails que se basearam nisso",
    uncertain: "talvez: a ligação foi interrompida",
  },
  gone: {
    title: "Esta ligação terminou",
    text: "O que sabíamos de si foi apagado, e com isso o que esta página mostraria. Guardámos apenas o que impede mais publicidade.",
  },
  link: {
    title: "As suas escolhas",
    lead: "Escreva o seu endereço, e enviamos uma ligação para a sua caixa de correio: aí vê e altera o que lhe enviamos.",
    button: "Enviem-me a ligação",
    sent: "Veja agora a sua caixa de correio",
    sentText:
      "Se conhecermos este endereço, um email com uma ligação está a caminho. Dizemos o mesmo a todos, para que ninguém saiba que endereços conhecemos. Após vários pedidos pode demorar até um dia.",
  },
  address: {
    title: "O seu endereço",
    text: "Indique um novo endereço, e perguntamos à caixa de correio dele. O que escolheu continua lá assim que responder; para aqui já não escrevemos.",
    field: "Novo endereço de email",
    button: "Perguntar a essa caixa",
    fresh:
      "Para mudar de endereço, peça uma nova ligação para esta caixa de correio: um email reencaminhado não deve bastar.",
    freshLink: "Pedir uma ligação",
    asked: "Escrevemos para o novo endereço. Nada muda antes de carregar lá no botão.",
    same: "É o endereço para o qual já escrevemos.",
    often: "Hoje indicou vários endereços. Tente de novo amanhã.",
    confirm: "É este o seu novo endereço?",
    confirmText:
      "Alguém indicou este endereço como o seu novo. Se carregar no botão, o que essa pessoa escolheu continua aqui, consentimentos e recusas, e o endereço antigo não recebe mais emails.",
    yes: "Sim, é o meu",
    done: "Transferido",
    doneText: "O que escolheu vale aqui a partir de agora. O que só uma compra permitia não vem junto.",
    expired: "Este botão expirou",
    expiredText:
      "Passou demasiado tempo, por isso nada foi transferido. Pode indicar o endereço de novo na página das suas escolhas.",
  },
};
