// The sentences of mail about rights in Portuguese.
import type { RightsSentences } from "./sentences.ts";

export const pt: RightsSentences = {
  link: {
    subject: (controller) => `Os seus dados em ${controller}`,
    asked: (controller) => `Numa página de ${controller} foi pedida uma ligação para este endereço.`,
    button: "Ver os seus dados",
    expires: (moment) =>
      `A ligação funciona até ${moment}. Quem a tiver vê tudo o que está guardado sobre si e pode mandá-lo apagar: não reencaminhe esta mensagem.`,
    notYou: "Se não foi feito por si, não faça nada: nada muda por si só.",
  },
  nothing: {
    subject: (controller) => `Nada está guardado sobre si em ${controller}`,
    none: (controller) =>
      `Perguntou o que ${controller} guarda sobre si. Sobre este endereço, nada: nem nome, nem escolha, nem mensagem.`,
    erased: (controller) =>
      `Perguntou o que ${controller} guarda sobre si. O que se sabia deste endereço foi apagado.`,
    trace:
      "Fica um número feito a partir do endereço, com os dias em que agiu e com que palavras. Ninguém pode ler nele o endereço; serve para respeitar o que pediu e para provar que as mensagens anteriores eram lícitas (RGPD 17(3)(b) e (e)).",
    notYou:
      "Este endereço foi guardado apenas para esta mensagem e já não existe aqui. Se não foi o próprio a perguntar, não precisa de fazer nada.",
  },
  reply: {
    subject: (controller) => `O seu pedido a ${controller}`,
    about: (day, right) => `Em ${day} recebemos o seu pedido: ${right}.`,
    rights: {
      access: "saber o que está guardado sobre si (RGPD 15)",
      rectification: "retificar dados (RGPD 16)",
      erasure: "ser apagado (RGPD 17)",
      restriction: "limitar o uso dos seus dados, ou levantar essa limitação (RGPD 18)",
      portability: "levar os seus dados (RGPD 20)",
      objection: "opor-se ao uso dos seus dados (RGPD 21)",
      other: "um pedido sobre os seus dados",
    },
    received: (day) => `Terá a nossa resposta até ${day}.`,
    extended: (day) => `Precisamos de mais de um mês. Terá a nossa resposta até ${day}. O motivo:`,
    outcome: {
      granted: "Está feito.",
      partly: "Fizemo-lo em parte:",
      refused: "Não o podemos fazer. O motivo:",
    },
    erased: (controller) => `${controller} apagou tudo o que era pessoal sobre si. Não pode ser desfeito.`,
    kept: [
      "Um número feito a partir do seu endereço, para que não lhe voltem a escrever (RGPD 17(3)(b), 21(3)).",
      "De cada ato seu, qual, quando e com que palavras, e de cada mensagem, quando e com que fundamento, para provar que era lícita (RGPD 17(3)(e), 5(2)).",
    ],
    gone: "Fica apenas o que está acima. O seu endereço foi guardado até ao envio desta mensagem e já não existe aqui.",
    complaint:
      "Pode reclamar junto de uma autoridade de proteção de dados e recorrer aos tribunais (RGPD 77, 79).",
  },
};
