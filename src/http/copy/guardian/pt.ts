// The words for children and for the parent or guardian who decides with them, in Portuguese.
import type { GuardianWords } from "./en.ts";

export const pt: GuardianWords = {
  guardian: {
    birthDate: "Data de nascimento",
    birthHint:
      "Isto também se dirige a crianças. A lei quer saber se é preciso o acordo de um dos pais; a data não serve para mais nada.",
    mistakes: {
      "birth-missing": "Indique a data de nascimento.",
      "birth-malformed": "Não pode ser uma data de nascimento. Escreva ano, mês e dia, como 2014-03-31.",
      "guardian-missing": "Indique o endereço de email de um dos pais ou do tutor.",
      "guardian-malformed":
        "O endereço do pai, da mãe ou do tutor não parece um endereço de email. Um exemplo: nome@example.org.",
      "guardian-same": "O endereço do pai, da mãe ou do tutor tem de ser diferente do da criança.",
    },
    young: (age: number) => `Menos de ${age} anos: um dos pais tem de concordar`,
    youngText:
      "A lei só permite a inscrição em conjunto com o pai, a mãe ou o tutor. Indique o endereço de email de um deles e perguntamos aí. Até haver acordo não guardamos nada do que foi escrito e não enviamos nada à criança.",
    field: "Endereço de email de um dos pais ou do tutor",
    asked: "Já perguntámos a um dos pais",
    askedText: (until: string) =>
      `Uma mensagem com uma ligação vai a caminho do pai, da mãe ou do tutor. Se ninguém concordar até ${until}, não acontece nada e não guardamos nada do que foi escrito.`,
    title: "Esta criança pode inscrever-se?",
    lead: "Uma criança quer receber as nossas mensagens e é demasiado nova para o decidir sozinha. Iriam para este endereço:",
    words: "A criança assinalou:",
    born: (day: string) => `Data de nascimento indicada: ${day}.`,
    statement:
      "Ao premir o botão declara que é maior de idade, que é o pai, a mãe ou o tutor desta criança e que concorda.",
    button: "Sim, concordo",
    otherwise:
      "Se não concorda, feche esta página. Então nada é enviado à criança e não guardamos nada do que foi escrito.",
    done: "O seu acordo ficou registado",
    doneText:
      "Pode retirá-lo a qualquer momento: cada mensagem publicitária tem uma ligação para parar, e pode escrever ao nosso contacto de proteção de dados.",
    doneMail:
      "A caixa de correio da criança recebe agora uma mensagem com um botão. Nada começa antes de ser premido.",
    expired: "Esta ligação terminou",
    expiredText:
      "Nada foi registado e não guardámos nada do que foi escrito. A criança pode preencher de novo o formulário.",
  },
};
