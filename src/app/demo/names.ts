// Invented people: names by language, and addresses in domains that lead nowhere (RFC 2606, RFC 6761).

export interface DemoName {
  readonly address: string;
  readonly language: "es" | "fr" | "en";
}

const pools = {
  es: {
    first:
      "lucia martin sofia hugo carmen pablo elena javier marta diego nuria alvaro irene sergio paula adrian rocio ivan teresa ruben".split(
        " ",
      ),
    last: "herrero vidal iglesias navarro campos rubio serrano molina crespo pardo gallego soler fuentes rey lozano blanco duran bravo ferrer ibanez cano prieto".split(
      " ",
    ),
    domains: ["correo.example", "example.com", "example.org"],
  },
  fr: {
    first:
      "camille louis chloe hugo manon jules lea arthur ines gabriel zoe nathan alice theo juliette maxime clara antoine sarah paul".split(
        " ",
      ),
    last: "marchand lefevre garnier rousseau blanchard gauthier perrin fontaine chevalier lambert mercier renard leclerc barbier roche noel meunier caron dufour picard huet baron".split(
      " ",
    ),
    domains: ["courriel.example", "example.net", "example.com"],
  },
  en: {
    first:
      "anna jonas freya lukas emma felix nora oscar clara theo mia erik ida noah lena max ella finn julia tom".split(
        " ",
      ),
    last: "becker archer lindqvist hartmann weaver brandt fletcher keller bishop vogel harper wagner turner krause baker schuster cooper lorenz mason peters ferris wolff".split(
      " ",
    ),
    domains: ["post.example", "example.org", "example.net"],
  },
};

const languageOf: Readonly<Record<string, DemoName["language"]>> = { ES: "es", FR: "fr", BE: "fr" };

/** The person of this number; below 440 no two have the same name. */
export function demoName(number: number, country: string): DemoName {
  const language = languageOf[country] ?? "en";
  const { first, last, domains } = pools[language];
  const name = first[number % first.length];
  const family = last[(number * 3 + Math.floor(number / first.length)) % last.length];
  return { address: `${name}.${family}@${domains[number % domains.length]}`, language };
}
