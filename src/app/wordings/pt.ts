// Ready wordings in Portuguese. Needs counsel's approval before it is published.
import type { Wordings } from "./wordings.ts";

export const pt: Wordings = {
  status: "needs counsel's approval",
  withdrawal: "Posso retirar este consentimento a qualquer momento, com a ligação que está em cada email.",
  anyBox: "Sim, {controller} pode escrever-me por email sobre: {label}.",
  samples: {
    howOften: "no máximo duas vezes por mês",
    topic: "os nossos sapatos novos e como cuidar deles",
  },
  boxes: {
    newsletter: {
      label: "Boletim informativo",
      clause:
        "Sim, {controller} pode enviar-me por email o seu boletim informativo, {howOften}. Trata de: {topic}.",
      aim: "Enviar-lhe o nosso boletim informativo por email.",
    },
    offers: {
      label: "Ofertas e descontos",
      clause:
        "Sim, {controller} pode enviar-me por email ofertas e descontos, {howOften}. Dizem respeito a: {topic}.",
      aim: "Enviar-lhe ofertas e descontos por email.",
    },
    events: {
      label: "Eventos e convites",
      clause: "Sim, {controller} pode enviar-me por email convites para os seus eventos, {howOften}.",
      aim: "Convidar para os nossos eventos por email.",
    },
    surveys: {
      label: "Inquéritos",
      clause:
        "Sim, {controller} pode enviar-me inquéritos por email, {howOften}, para saber o que penso dos seus produtos e serviços.",
      aim: "Perguntar-lhe por email, em inquéritos, o que pensa dos nossos produtos e serviços.",
    },
    "partner-offers": {
      label: "Ofertas dos nossos parceiros",
      clause:
        "Sim, {controller} pode enviar-me por email ofertas de outras empresas, {howOften}. São ofertas de: {partners}. O meu endereço não é comunicado a essas empresas.",
      aim: "Enviar-lhe por email ofertas das empresas indicadas ao lado da caixa. Não lhes comunicamos o seu endereço.",
    },
    "order-reminder": {
      label: "Lembrete de uma encomenda por concluir",
      clause:
        "Sim, quando eu começar uma encomenda e não a concluir, {controller} pode lembrar-me dela uma vez por email.",
      aim: "Lembrar uma vez, por email, uma encomenda que começou e não concluiu.",
    },
    "email-tracking": {
      label: "Medição de aberturas e cliques",
      clause:
        "Sim, {controller} pode registar quando abro os seus emails e que ligações sigo, para saber o que me interessa. Se deixar esta caixa vazia, recebo os mesmos emails, sem medição.",
      aim: "Medir que emails abre e que ligações segue.",
    },
  },
  similarProducts: {
    label: "Produtos semelhantes aos que comprou",
    text: "Como cliente, pode receber emails de {controller} sobre produtos nossos semelhantes aos que compra, {howOften}. Pode opor-se gratuitamente, agora com esta caixa e mais tarde com a ligação que está em cada email.",
    refusal: "Não quero receber emails sobre produtos semelhantes.",
    aim: "Escrever-lhe por email sobre produtos nossos semelhantes aos que compra, salvo se se opuser.",
  },
  information: {
    label: "A informação que pediu",
    aim: "Enviar-lhe por email a informação que nos pede: {topic}. Mais nada.",
  },
  rows: {
    controller: {
      title: "Responsável pelo tratamento",
      text: "{controller}, {address}. Contacto para a proteção de dados: {contact}.",
    },
    purpose: { title: "Finalidade" },
    basis: {
      title: "Fundamento jurídico",
      consent:
        "O seu consentimento (art. 6.º, n.º 1, al. a, do RGPD). Não o dar não tem qualquer consequência.",
      customer:
        "O nosso interesse legítimo em dar a conhecer aos clientes o que vendemos (art. 6.º, n.º 1, al. f, do RGPD) e a exceção que a lei do seu país prevê para os clientes.",
      request: "O seu pedido (art. 6.º, n.º 1, al. b, do RGPD).",
    },
    recipients: {
      title: "Destinatários",
      text: "Apenas empresas que trabalham para nós por contrato, como subcontratantes: {recipients}. Não vendemos os seus dados.",
    },
    transfers: {
      title: "Transferências para fora da Europa",
      text: "Os seus dados não saem do Espaço Económico Europeu.",
    },
    retention: {
      title: "Prazo de conservação",
      text: "Até retirar o seu consentimento ou se opor. Se não tivermos notícias suas, paramos ao fim de {months} meses.",
    },
    rights: {
      title: "Os seus direitos",
      text: "Pode retirar o seu consentimento ou opor-se à publicidade a qualquer momento, com a ligação que está em cada email. Pode aceder aos seus dados, retificá-los, apagá-los, limitar o seu uso e levá-los consigo: escreva para {contact}. Pode apresentar reclamação à autoridade de controlo: {authority}.",
    },
    more: {
      title: "Mais informações",
      text: "A informação completa sobre proteção de dados está na ligação ao lado desta tabela.",
    },
  },
};
