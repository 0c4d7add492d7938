// Domains under which anybody may have a mailbox: that an address is of one says nothing about whose it is.
import { domainOf, wireAddress } from "./headers.ts";

const under = (name: string, ...ends: readonly string[]) => ends.map((end) => `${name}.${end}`);

/** Of the large providers. */
export const providerDomains = {
  google: ["gmail.com", "googlemail.com"],
  microsoft: [
    ...under("hotmail", "com", "fr", "es", "de", "it", "be", "nl", "dk", "se", "co.uk"),
    ...under("outlook", "com", "fr", "es", "de", "it", "be", "dk", "pt", "at"),
    ...under("live", "com", "fr", "it", "be", "nl", "dk", "se", "at", "co.uk"),
    "msn.com",
  ],
  yahoo: [...under("yahoo", "com", "fr", "es", "de", "it", "se", "co.uk"), "ymail.com", "aol.com"],
  "united-internet": [...under("gmx", "de", "net", "at", "ch", "com", "fr", "es"), "web.de", "mail.com"],
  orange: ["orange.fr", "wanadoo.fr"],
  free: ["free.fr"],
  sfr: ["sfr.fr", "neuf.fr", "cegetel.net"],
  laposte: ["laposte.net"],
  "t-online": ["t-online.de", "magenta.de"],
  italiaonline: ["libero.it", "virgilio.it", "iol.it"],
  "wirtualna-polska": ["wp.pl", "o2.pl", "tlen.pl"],
  apple: ["icloud.com", "me.com", "mac.com"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Of others in Europe, and of those that many Europeans use. */
const others: readonly string[] = [
  ...under("outlook", "ie", "co.uk", "cz", "sk", "hu", "gr"),
  ...under("hotmail", "at", "ch", "fi", "gr", "no", "pt"),
  ...under("live", "de", "ie", "no", "pt"),
  ...under("yahoo", "at", "be", "ch", "dk", "fi", "gr", "ie", "nl", "no", "pl", "pt", "ro"),
  ...under("gmx", "eu", "it", "li", "co.uk"),
  ...under("proton", "me"),
  ...under("protonmail", "com", "ch"),
  "pm.me",
  ...under("yandex", "com", "ru", "by"),
  ...under("mail", "ru", "de", "ee", "bg"),
  ...under("inbox", "lv", "lt", "ru", "com"),
  ...["ya.ru", "list.ru", "bk.ru", "rambler.ru", "ukr.net", "i.ua"],
  ...[
    "freenet.de",
    "arcor.de",
    "email.de",
    "posteo.de",
    "posteo.net",
    "mailbox.org",
    "kabelmail.de",
    "vodafone.de",
  ],
  ...[
    "tutanota.com",
    "tutanota.de",
    "tutamail.com",
    "tuta.com",
    "tuta.io",
    "keemail.me",
    "disroot.org",
    "riseup.net",
  ],
  ...["aon.at", "chello.at", "bluewin.ch", "hispeed.ch", "sunrise.ch", "swissonline.ch"],
  ...["bbox.fr", "numericable.fr", "aliceadsl.fr", "club-internet.fr", "voila.fr", "caramail.com"],
  ...["telefonica.net", "movistar.es", "terra.es", "ono.com", "wanadoo.es", "euskalnet.net"],
  ...["sapo.pt", "clix.pt", "iol.pt", "netcabo.pt", "mail.telepac.pt"],
  ...["tiscali.it", "alice.it", "tim.it", "tin.it", "inwind.it", "fastwebnet.it", "email.it", "poste.it"],
  ...["skynet.be", "telenet.be", "proximus.be", "scarlet.be", "voo.be"],
  ...[
    "ziggo.nl",
    "kpnmail.nl",
    "kpnplanet.nl",
    "planet.nl",
    "hetnet.nl",
    "home.nl",
    "xs4all.nl",
    "upcmail.nl",
  ],
  ...[
    "telia.com",
    "comhem.se",
    "bredband.net",
    "spray.se",
    "tele2.se",
    "online.no",
    "mail.dk",
    "ofir.dk",
    "stofanet.dk",
  ],
  ...["luukku.com", "kolumbus.fi", "elisanet.fi", "suomi24.fi", "saunalahti.fi", "pp.inet.fi"],
  ...[
    "onet.pl",
    "op.pl",
    "vp.pl",
    "poczta.onet.pl",
    "interia.pl",
    "interia.eu",
    "poczta.fm",
    "gazeta.pl",
    "go2.pl",
  ],
  ...[
    "seznam.cz",
    "email.cz",
    "post.cz",
    "centrum.cz",
    "volny.cz",
    "atlas.cz",
    "azet.sk",
    "centrum.sk",
    "zoznam.sk",
  ],
  ...[
    "freemail.hu",
    "citromail.hu",
    "t-online.hu",
    "abv.bg",
    "dir.bg",
    "otenet.gr",
    "net.hr",
    "siol.net",
    "one.lt",
  ],
  ...[
    "eircom.net",
    "btinternet.com",
    "sky.com",
    "talktalk.net",
    "virginmedia.com",
    "ntlworld.com",
    "blueyonder.co.uk",
  ],
  ...["rocketmail.com", "aim.com", "passport.com", "fastmail.com", "fastmail.fm", "hey.com", "hushmail.com"],
  ...["zoho.com", "zohomail.com", "zohomail.eu", "gmx.us", "qq.com", "163.com", "126.com", "naver.com"],
];

const shared: ReadonlySet<string> = new Set([...Object.values(providerDomains).flat(), ...others]);

/** @param domain - in small letters, in ASCII. */
export function isSharedDomain(domain: string): boolean {
  return shared.has(domain);
}

/**
 * Whether a mailbox is the controller's by the address of its sender: of the same domain, or that very address where anybody may
 * have a mailbox under the domain.
 *
 * @throws TypeError where one of them is no address.
 *
 * @example
 * isOwnMailbox("bounces@lunaria.example", "hola@lunaria.example"); // true
 * isOwnMailbox("somebody@gmail.com", "lunaria@gmail.com"); // false
 */
export function isOwnMailbox(address: string, sender: string): boolean {
  const domain = domainOf(sender);
  if (domainOf(address) !== domain) return false;
  const [one, other] = [wireAddress(address, "mailbox"), wireAddress(sender, "sender")];
  return !isSharedDomain(domain) || one.toLowerCase() === other.toLowerCase();
}
