// The words of the first page and the built-in mailbox, for who tries Licet out, in Portuguese.
import type { Newcomer } from "./en.ts";

export const pt: Newcomer = {
  homePage: {
    setUpFor: (controller) => `Configurado para ${controller}`,
    title: "É permitido?",
    lead: "O Licet pergunta-o antes de cada envio: para esta pessoa, para esta finalidade, neste momento. Sem prova registada, a resposta é não.",
    forms: "Onde as pessoas dizem sim",
    formsText: "Cada formulário guarda as palavras exatas que foram mostradas.",
    kinds: { signUp: "Inscrição", order: "Encomenda", informationRequest: "Informação" },
    mailbox: "Onde o correio chega",
    mailboxText:
      "Não há nenhum servidor de correio configurado, por isso uma caixa integrada recolhe tudo. Nada sai desta máquina.",
    openMailbox: "Abrir a caixa",
    commands: "Onde se decide",
    commandsText: "Num terminal, ao lado deste servidor:",
    audience: "a quem se pode escrever, a quem não, e porquê",
    explain: "toda a história de uma pessoa, com os artigos",
    send: "perguntar por cada pessoa, enviar onde é permitido, guardar a prova",
  },
  mailbox: {
    search: "Enviado para",
    show: "Mostrar",
    nobody: "Nada foi enviado para este endereço.",
    title: "Caixa de correio",
    lead: "Todas as mensagens que esta máquina teria enviado.",
    empty: "Ainda nada. Preencha um formulário ou envie uma campanha.",
    older: "Mais antigas",
    newest: "Mais recentes",
    all: "Todas as mensagens",
    to: "Para",
    from: "De",
    received: "Recebida",
    headers: "Cabeçalhos",
    text: "Só texto",
    html: "Como a mostra um programa de correio",
    oneClick: "Cancelar a subscrição",
    oneClickText:
      "Um programa de correio mostra este botão a partir dos cabeçalhos List-Unsubscribe e List-Unsubscribe-Post.",
    noSubject: "(sem assunto)",
  },
};
