// The sentences of mail in Portuguese.
import type { MailCopy } from "./sentences.ts";

export const pt: MailCopy = {
  footer: {
    advertising: "Publicidade",
    objection: "Pode opor-se à publicidade a qualquer momento, sem custos e sem indicar um motivo.",
    sentBy: "Enviado por",
    unsubscribe: "Cancelar a subscrição",
    preferences: "As suas escolhas",
    why: "Porque recebo isto?",
  },
  confirmation: {
    subject: (controller) => `A confirmar: mensagens de ${controller}`,
    asked: (controller) =>
      `Este endereço foi escrito num formulário de ${controller}, para receber por email:`,
    button: "Confirmar",
    expires: (moment) => `A ligação funciona até ${moment}.`,
    notYou: "Se não foi feito por si, não faça nada: sem a sua confirmação não receberá nada.",
  },
  order: {
    subject: (controller) => `A sua encomenda a ${controller}: foi feita por si?`,
    received: (controller) => `${controller} recebeu esta encomenda com o seu endereço:`,
    please: "Diga-nos na página seguinte que é sua: assim sabemos que este endereço também o é.",
    button: "Ver e responder",
    expires: (moment) => `A ligação funciona até ${moment}.`,
    notYou: "Se não foi feita por si, não carregue no botão dessa página e avise-nos no endereço abaixo.",
  },
  information: {
    because: (controller) =>
      `Recebe esta mensagem porque a pediu a ${controller}. Não implica qualquer inscrição.`,
  },
  withdrawal: {
    subject: (controller) => `${controller} deixará de lhe escrever`,
    received: (moment) => `Recebemos o seu pedido em ${moment}, e teve efeito imediato.`,
    stopped: (controller) => `${controller} já não lhe enviará:`,
    stoppedAll: (controller) => `${controller} já não lhe enviará qualquer publicidade.`,
    questions: "Não precisa de fazer nada. Se tiver alguma pergunta, escreva para o endereço abaixo.",
  },
  link: {
    subject: (controller) => `A ligação para as suas escolhas em ${controller}`,
    asked: (controller) =>
      `Alguém pediu uma ligação para ver e alterar o que ${controller} envia para este endereço.`,
    button: "Abrir a página",
    expires: (moment) =>
      `Até ${moment}, a ligação prova que esta caixa de correio é sua. Não a passe a ninguém.`,
    notYou: "Se não foi feito por si, não faça nada: nada mudou.",
  },
  address: {
    subject: (controller) => `É este o seu novo endereço para ${controller}?`,
    asked: (controller) =>
      `Uma pessoa que recebe emails de ${controller} indicou este endereço como o seu novo.`,
    button: "Ver e responder",
    expires: (moment) => `A ligação funciona até ${moment}.`,
    notYou: "Se não foi feito por si, não faça nada: nada será enviado para este endereço.",
    noticeSubject: (controller) => `Foi indicado um novo endereço a ${controller}`,
    notice: (controller) =>
      `Na página das suas escolhas em ${controller}, aberta com uma ligação para esta caixa de correio, foi indicado um novo endereço. Assim que essa outra caixa responder, o que escolheu continua lá, e para aqui nada mais é enviado.`,
    noticeNotYou: "Se não foi feito por si, escreva de imediato para o endereço abaixo.",
  },
  guardian: {
    subject: (controller) => `Esta criança pode receber mensagens de ${controller}?`,
    asked: (controller) =>
      `Uma criança indicou a ${controller} o seu endereço como o de um dos pais ou do tutor.`,
    why: "Nessa idade a lei pede o seu acordo. A página seguinte mostra o endereço da criança e o que ela quer receber.",
    button: "Ver e responder",
    expires: (moment) => `A ligação funciona até ${moment}.`,
    nothing: "Se não fizer nada, não acontece nada: nada é enviado à criança e nada disso é guardado.",
  },
  privacyContact: "Proteção de dados:",
};
