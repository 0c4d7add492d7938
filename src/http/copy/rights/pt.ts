// The words of the page of one's rights, and of asking for a link, in Portuguese.
import type { RightsPages } from "./en.ts";

export const pt: RightsPages = {
  rightsLink: {
    title: "Os seus dados",
    lead: "Escreva o seu endereço e enviamos para lá uma ligação. Leva a tudo o que está guardado sobre si, e permite retificá-lo, limitá-lo ou apagá-lo.",
    button: "Enviem-me a ligação",
    sent: "Veja a sua caixa de correio",
    sentText:
      "Se lê as mensagens deste endereço, a ligação chega num momento. Se foram pedidas várias, pode demorar até um dia.",
    otherwise: "Se já não lê essa caixa de correio, ou prefere escrever a alguém, escreva para:",
  },
  rights: {
    title: "Os seus dados",
    lead: "Tudo o que está guardado sobre si, e o que pode fazer com isso. O que se pode fazer logo faz-se logo.",
    expired: "Esta ligação já não é válida",
    expiredText: "Para sua segurança só vale um dia. Peça uma nova; chega num momento.",
    again: "Pedir uma nova ligação",
    corrected: "Feito. Está corrigido, e uma mensagem o diz.",
    restricted: "Feito. A partir de agora os seus dados são guardados e não usados.",
    lifted: "Feito. A limitação foi levantada.",
    objected: "Feito. Já não recebe publicidade.",
    asked: "Obrigado. Está registado, e alguém lhe responderá no prazo máximo de um mês.",
    outdated:
      "Esta página esteve aberta demasiado tempo ou não chegou inteira, por isso nada foi feito. Aqui está de novo.",
    missing: "Escreva, por favor, de que se trata. Nada foi enviado.",
    wrong: "Um dos dados não foi compreendido. Nada foi alterado.",
    held: "Em resumo",
    more: "Tudo",
    take: "Levar consigo",
    takeText:
      "Tudo o que está guardado, completo (RGPD 15, 20). Cada transferência é anotada, e uma mensagem informa-o disso.",
    pdf: "Para ler (PDF)",
    json: "Para programas (JSON)",
    correct: "Corrigir",
    correctText: "O que sabe melhor do que ninguém é alterado logo (RGPD 16).",
    keep: "como está",
    save: "Guardar",
    elseWrong: "O que mais está errado, e como devia estar",
    send: "Enviar",
    restrict: "Limitar",
    restrictText:
      "Os seus dados são então guardados, e não usados para nada até levantar a limitação (RGPD 18). Só recebe respostas como esta.",
    ground: "Porquê",
    restrictButton: "Limitar",
    lift: "Levantar a limitação",
    liftText: "O uso dos seus dados está limitado.",
    object: "Opor-se",
    objectText:
      "Mais nenhuma publicidade, qualquer que fosse o fundamento (RGPD 21(2)). Não precisa de motivo.",
    objectButton: "Opor-me à publicidade",
    objectElse: "Opor-me a outra coisa: a quê, e por que motivo meu (RGPD 21(1))",
    erase: "Apagar",
    eraseText:
      "Tudo o que é pessoal sobre si desaparece de vez (RGPD 17). A página seguinte diz o que fica, e pergunta outra vez.",
    eraseButton: "Apagar-me …",
    sure: "Apagar tudo o que é pessoal?",
    sureLead:
      "O seu endereço, a sua língua, as suas escolhas e tudo o que nos escreveu são destruídos. Não pode ser desfeito.",
    stays: "Isto fica, e porquê:",
    sureMail: "Guardamos o seu endereço até ao envio da mensagem que o confirma, e não mais.",
    sureTake: "Se quer uma cópia, leve-a antes.",
    yes: "Sim, apagar-me",
    no: "Não, voltar",
    erased: "Os seus dados foram apagados",
    erasedText:
      "Tudo o que era pessoal sobre si está destruído. Uma última mensagem confirma-o; depois desaparece também o seu endereço.",
    other: "Outra coisa",
    otherText: "Qualquer outro pedido sobre os seus dados: alguém o lerá e responderá num mês.",
    otherLabel: "O seu pedido",
    link: "Ver, levar ou apagar tudo o que está guardado sobre si",
    grounds: {
      accuracy: "Estão errados, e estão a verificar",
      unlawful: "O seu uso é ilícito, mas não quero que sejam apagados",
      claims: "Preciso deles para fazer valer um direito",
      objection: "Opus-me, e estão a ponderar",
    },
  },
};
