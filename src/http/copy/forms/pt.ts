// The words of a form, its notice, the thanks for it, and the page that asks whether it was you, in Portuguese.
import { plural } from "../../../mail/locale.ts";
import type { Forms } from "./en.ts";

const times = plural("pt", { one: "uma vez", many: "# de vezes", other: "# vezes" });

export const pt: Forms = {
  whole: "Tudo sobre os seus dados",
  form: {
    email: "Endereço de email",
    country: "País",
    countryHint: "Não é obrigatório. Serve apenas para saber que lei lhe dá mais proteção.",
    noCountry: "Prefiro não dizer",
    products: "O que deseja?",
    boxes: "Podemos escrever-lhe?",
    boxesHint: "A escolha é sua. Nada está assinalado de antemão e nada depende disso.",
    confirmHint:
      "Se assinalar uma caixa, enviamos-lhe um único email para ter a certeza de que o pedido é seu. Nada começa antes de carregar no botão que ele traz.",
    softOptIn: "Produtos semelhantes",
    refusalKept: "Assinalou que não quer estes emails. Guardámos essa escolha.",
    notice: "Informação essencial sobre proteção de dados",
    signUp: "Inscrever-me",
    order: "Encomenda com obrigação de pagar",
    informationRequest: "Enviem-me",
    unavailable: "Este formulário está fechado",
    unavailableText: "Não há nenhum formulário neste endereço, ou já não é usado.",
  },
  mistakes: {
    title: "Falta alguma coisa",
    prefix: "A verificar: ",
    "address-missing": "Escreva o seu endereço de email.",
    "address-malformed": "Isto não parece um endereço de email. Um exemplo: nome@example.org.",
    "country-unknown": "Escolha um país da lista, ou deixe em branco.",
    "product-missing": "Escolha o que deseja encomendar.",
    "nothing-asked": "Assinale pelo menos uma caixa. Sem ela não há nada em que se inscrever.",
    tickAgain:
      "Para sua proteção, nunca assinalamos uma caixa por si. Se tinha assinalado alguma, assinale-a de novo.",
    unknownPage:
      "Esta página não chegou inteira, por isso nada foi registado. Aqui está de novo, com o que tinha escrito. Reveja-a e envie-a mais uma vez.",
  },
  thanks: {
    signUp: "Obrigado",
    order: "Obrigado pela sua encomenda",
    informationRequest: "Está a caminho",
    look: "Veja agora a sua caixa de correio",
    mailbox:
      "Enviamos-lhe um email com um botão para confirmar. Até carregar nele, nada começa. Costuma chegar logo; após vários pedidos pode demorar até um dia, porque só escrevemos a um mesmo endereço poucas vezes por dia. Se não chegar, talvez o endereço esteja mal escrito.",
    orderMail: "Enviamos-lhe um email sobre esta encomenda, com um botão para dizer que é sua.",
    orderOpens: "Até carregar nele, a encomenda não permite publicidade para este endereço.",
    refused: "Não quer emails sobre produtos semelhantes. Ficou registado.",
    recorded:
      "A sua escolha ficou registada. Cada email publicitário traz uma ligação para deixar de os receber.",
    reference: (reference) => `O número da sua encomenda é ${reference}.`,
    answer:
      "Enviamos o que pediu para a sua caixa de correio, e mais nada. Se o pediu várias vezes, pode demorar um dia.",
    kept: "Não assinalou nenhuma caixa, por isso só lhe escreveremos sobre esta encomenda.",
  },
  confirm: {
    title: "Foi feito por si?",
    lead: (when) => `Em ${when}, alguém escreveu o seu endereço no nosso formulário e assinalou:`,
    leadOrder: (when) => `Em ${when}, alguém fez esta encomenda com o seu endereço:`,
    country: (name) => `País indicado: ${name}.`,
    told: "E isto estava ao lado da encomenda, cuja caixa de oposição não foi assinalada:",
    refused: "Foi assinalada a caixa contra emails sobre produtos semelhantes. Continua a valer.",
    several: (count) =>
      `O seu endereço foi usado ${times(count)}. Cada vez tem o seu próprio botão: carregue apenas no que foi feito por si.`,
    expiredOrder:
      "Passou demasiado tempo, por isso nada foi confirmado. A encomenda não muda com isso; apenas não permite publicidade.",
    button: "Sim, fui eu",
    otherwise: "Se não foi feito por si, feche esta página. Não será enviada publicidade.",
    until: (when) => `O botão funciona até ${when}.`,
    done: "Confirmado",
    doneText: "Obrigado. Isto está agora registado:",
    doneLater: "Cada email publicitário traz uma ligação para deixar de os receber, com efeito imediato.",
    barred:
      "Depois de preencher o formulário pediu-nos que parássemos, e isso ainda vale. Se mudou de ideias, preencha o formulário de novo.",
    expired: "Este botão expirou",
    expiredText:
      "Passou demasiado tempo desde que preencheu o formulário, por isso nada foi confirmado. Pode preenchê-lo de novo; é um momento.",
    again: "Preencher o formulário de novo",
  },
  notice: {
    title: "Proteção de dados",
    version: (version) => `Versão ${version}`,
    second: "Na íntegra",
  },
};
