/** What a person is told of each basis and refusal code, in Portuguese. */
import type { RecipientWords } from "./recipient-words.ts";

export const pt: RecipientWords = {
  "legal-obligation": "A lei obriga-nos a comunicar-lho.",
  rights: "Responde a um pedido que fez sobre os seus dados.",
  contract: "Faz parte de um contrato que tem connosco.",
  "double-opt-in": "Alguém escreveu este endereço num formulário, e perguntámos se tinha sido feito por si.",
  "requested-information": "Pediu-nos esta informação.",
  consent: "Deu o seu consentimento.",
  "soft-opt-in":
    "Comprou-nos algo, foi-lhe dito que poderíamos escrever sobre produtos semelhantes e não recusou.",
  "corporate-opt-out": "Escrevemos-lhe como empresa, que não se opôs.",
  "input-invalid": "Não pudemos saber se lhe podemos escrever, por isso não o fizemos.",
  "address-invalid": "Os nossos emails para o seu endereço foram devolvidos, por isso deixámos de os enviar.",
  erased: "Os seus dados foram apagados, por isso já não lhe escrevemos.",
  restricted: "O uso dos seus dados está limitado, por isso de momento apenas os guardamos.",
  objected: "Opôs-se à nossa publicidade, por isso não a enviamos.",
  "complaint-as-objection": "Assinalou uma das nossas mensagens como spam, por isso parámos.",
  withdrawn: "Pediu-nos que parássemos, por isso parámos.",
  "under-age": "Só escrevemos a crianças com o consentimento de um progenitor ou tutor.",
  "exclusion-register":
    "Consta de uma lista oficial de quem não quer publicidade, por isso não enviamos nenhuma.",
  "register-stale":
    "Não pudemos consultar a lista oficial de quem não quer publicidade, por isso não escrevemos.",
  "third-party-source": "O seu endereço não nos foi dado por si, por isso não lhe enviamos publicidade.",
  "repermission-no-basis": "Não podemos escrever-lhe apenas para perguntar se podemos escrever.",
  "message-noncompliant":
    "A uma das nossas mensagens faltava informação que lhe é devida, por isso não foi enviada.",
  "promo-in-service": "Não pomos publicidade nas mensagens de que precisa ou que pediu.",
  "ads-in-neutral-mail": "Não pomos publicidade nas mensagens que apenas confirmam algo.",
  "no-legal-duty":
    "Não conhecemos nenhuma lei que nos obrigue a comunicar-lhe isto, por isso não escrevemos.",
  "no-case": "Não tem nenhum pedido em aberto a que esta mensagem respondesse.",
  "not-necessary": "Não tem connosco nenhum contrato em curso que exija esta mensagem.",
  "doi-limit": "Pedimos uma confirmação uma só vez, pouco depois de o formulário ser preenchido.",
  "beyond-request": "Não o pediu, ou já recebeu tudo o que pediu.",
  "third-party-consent": "O consentimento registado não é seu, por isso não nos baseamos nele.",
  "legacy-consent":
    "O seu consentimento é anterior às regras atuais e não é completo o bastante para nos basearmos nele.",
  "no-proof": "Não podemos provar que deu o seu consentimento, por isso não escrevemos.",
  "not-affirmative": "A pergunta não lhe deixava realmente escolher, por isso não escrevemos.",
  conditional: "Teve de aceitar para obter outra coisa, por isso não o tomamos como consentimento.",
  "not-specific": "Uma só caixa pedia várias coisas ao mesmo tempo, por isso não nos baseamos nela.",
  "controller-not-named": "O seu consentimento nomeia outros e não nós, por isso não escrevemos.",
  "scope-mismatch": "Deu consentimento para outra coisa, por isso não enviamos isto.",
  "not-informed": "Não lhe foi dito o suficiente quando lhe perguntaram, por isso não nos baseamos nisso.",
  "controller-changed": "A empresa mudou e isso não lhe foi comunicado, por isso não escrevemos.",
  "doi-unconfirmed": "Não carregou no botão do nosso email de confirmação, por isso nada começou.",
  "doi-expired": "Confirmou quando a ligação já tinha expirado, por isso nada começou.",
  "doi-bot": "A ligação do nosso email foi aberta mas o botão não foi premido, por isso nada começou.",
  "consent-decayed":
    "Há muito que não temos notícias suas, por isso já não nos baseamos no seu consentimento.",
  "no-sale-context": "Não nos comprou nada que nos permita escrever-lhe.",
  "free-account-not-sale": "Tem uma conta gratuita connosco, e isso por si só não nos permite escrever-lhe.",
  "not-from-customer": "Não nos deu este endereço quando nos comprou algo, por isso não o usamos.",
  "no-optout-at-collection":
    "Não lhe foi dada a possibilidade de recusar quando comprou, por isso não escrevemos.",
  "refused-at-collection": "Disse-nos numa compra que não quer publicidade, por isso não enviamos nenhuma.",
  "not-same-person": "Comprou a outra empresa e não a nós.",
  "not-similar": "Isto não é semelhante ao que nos comprou, por isso não o enviamos.",
  "soft-expired": "A sua compra foi há muito tempo, por isso já não lhe escrevemos por causa dela.",
  "not-corporate": "Para lhe escrever precisaríamos do seu consentimento, e não o temos.",
  "role-mismatch": "Nada indica porque isto diria respeito ao seu trabalho, por isso não o enviámos.",
  "no-lia": "Não ponderámos o nosso interesse face ao seu, por isso não escrevemos.",
  "no-art14": "A mensagem não dizia de onde temos o seu endereço, por isso não foi enviada.",
  "no-basis": "Nada do que está registado nos permite escrever-lhe, por isso não o fazemos.",
};
