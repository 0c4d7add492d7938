// The words of what stands around every page, and what it says when it cannot be shown, in Portuguese.
import type { Frame } from "./en.ts";

export const pt: Frame = {
  name: "Português",
  language: "Idioma",
  privacyContact: "Proteção de dados",
  registration: "Registo",
  laws: {
    GDPR: "RGPD",
    ePD: "Diretiva Privacidade Eletrónica",
    ECD: "Diretiva sobre o comércio eletrónico",
    CJEU: "TJUE",
  },
  problem: {
    malformed: "Esta ligação não está completa",
    malformedText:
      "Falta uma parte, ou foi alterada pelo caminho. Abra-a de novo a partir do email. Nada foi feito.",
    notFound: "Aqui não há nada",
    notFoundText: "Talvez o endereço esteja mal escrito, ou a página já não exista.",
    busy: "Demasiados pedidos ao mesmo tempo",
    busyText:
      "Chegaram muitos pedidos da sua rede. Aguarde um minuto e tente de novo. Nada do que tínhamos confirmado se perdeu.",
    failed: "Algo correu mal do nosso lado",
    failedText: "A falha não é sua. Tente de novo dentro de momentos.",
    unsaved: "Neste momento não podemos guardar nada",
    unsavedText:
      "A falha não é sua. O que enviou não está confirmado: envie-o de novo dentro de momentos. Enviá-lo duas vezes não faz mal.",
    missing: "Ainda não há nada configurado",
    missingText:
      "Quem gere este servidor declara no ficheiro licet.yaml quem escreve, para quê e com que palavras, e executa:",
  },
};
