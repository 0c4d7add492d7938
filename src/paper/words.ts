// The few words that the renderer itself adds to a document, in twelve languages; a language that lacks one does not compile.

export type Words = {
  readonly page: (page: number, pages: number) => string;
  readonly ticked: string;
  readonly notTicked: string;
};

const languages = {
  ca: { page: (n, all) => `Pàgina ${n} de ${all}`, ticked: "marcada", notTicked: "sense marcar" },
  da: { page: (n, all) => `Side ${n} af ${all}`, ticked: "afkrydset", notTicked: "ikke afkrydset" },
  de: { page: (n, all) => `Seite ${n} von ${all}`, ticked: "angekreuzt", notTicked: "nicht angekreuzt" },
  en: { page: (n, all) => `Page ${n} of ${all}`, ticked: "ticked", notTicked: "not ticked" },
  es: { page: (n, all) => `Página ${n} de ${all}`, ticked: "marcada", notTicked: "sin marcar" },
  fi: { page: (n, all) => `Sivu ${n}/${all}`, ticked: "valittu", notTicked: "ei valittu" },
  fr: { page: (n, all) => `Page ${n} sur ${all}`, ticked: "cochée", notTicked: "non cochée" },
  it: { page: (n, all) => `Pagina ${n} di ${all}`, ticked: "selezionata", notTicked: "non selezionata" },
  nl: { page: (n, all) => `Pagina ${n} van ${all}`, ticked: "aangevinkt", notTicked: "niet aangevinkt" },
  pl: { page: (n, all) => `Strona ${n} z ${all}`, ticked: "zaznaczone", notTicked: "niezaznaczone" },
  pt: { page: (n, all) => `Página ${n} de ${all}`, ticked: "assinalada", notTicked: "não assinalada" },
  sv: { page: (n, all) => `Sida ${n} av ${all}`, ticked: "ikryssad", notTicked: "inte ikryssad" },
} as const satisfies Record<string, Words>;

/** In a language that is not spoken here: numbers, and the box alone; never another language's words. */
const wordless: Words = { page: (n, all) => `${n} / ${all}`, ticked: "", notTicked: "" };

export function wordsIn(language: string): Words {
  const primary = language.toLowerCase().split("-", 1)[0] as string;
  return Object.hasOwn(languages, primary) ? languages[primary as keyof typeof languages] : wordless;
}
