/** What was read to write the rows of law: mostly secondary sources, as found on 23 November 2026. Counsel must confirm them. */

/** The sources that cells of the law name, by their number in the research notes. */
export const SOURCES = Object.freeze({
  1: "cm.twobirds.com 2025 soft opt-in; dpcuria.eu C-654/23 judgment header",
  2: "matheson.com, gdprbuzz.com (art 6 not applied)",
  3: "taylorwessing.com, privacycats.com/posts/inteligo-media",
  4: "wiggin.co.uk, lewissilkin, rpc.co.uk, osborneclarke (Flybe/Honda)",
  5: "nomosparis.com, captainverify.com, engagor.ai, viqtor.eu, sarbacane help (CNIL 2026-042)",
  6: "statnive blog 2026, syrenis.com, kukie.io (Omnibus)",
  7: "kanzlei.biz, kdsa-nord.de (VI ZR 225/17)",
  8: "ehlaw.at, dorda.at (DSB 2019; VwGH 2012/03/0089)",
  9: "ecolaw.de (I ZR 164/09)",
  10: "jraulfernandez.es, aicorlopd.com, ateneu.eu 2022 (LSSI 20-22)",
  11: "pymelegal.es, pi22.eu (LSSI 38-39, legal persons)",
  12: "olympe.legal, emballagesmagazine 2005, village-justice 2021 (CNIL)",
  13: "uwg-onlinekommentar.de, recht-vertieft.de, ipwiki.de",
  14: "recht.werbungwien.at, derstandard.at 2006, rechtskurse.at, internet4jurists.at (AT; predecessor s.107 text)",
  15: "brocardi.it art 130, dgrs.it, studiocataldi.it",
  16: "debates.parlamento.pt 2012, alja blog (art 14), ibedaft (Diretriz 2022/1), studylibpt (13-B)",
  17: "actualitesdroitbelge.be, etaamb AR 4.4.2003, commyounity.be",
  18: "zoek.officielebekendmakingen.nl stb-2021-103, ejure.nl, 5dok OPTA",
  19: "thejournal.ie 2017, chalmindataprivacy.ie, dataprotection.ie, brexitlegal.ie",
  20: "crimeline SI 2026/82, legaledge.co.uk Apr 2026, blakemorgan.co.uk",
  21: "dpcuria C-102/20; eur-lex/curia AG opinions C-673/17, C-61/19",
  22: "radcaprawny.kirp.pl, kbzlegal.pl, infor.pl 2026",
  23: "par.se, studylibsv Delphi 2016, support.sitoo.com",
  24: "forbrugerombudsmanden.dk 18/07861 + 22/04013, danskindustri.dk, twobirds.com 2015",
  25: "haloefekti2 (Ombudsman guide), crm2.com",
  26: "digilaw.ch, datenrecht.ch, connect-professional.de, kmuverband.ch",
  27: "congreso.es BOCG 52-1",
  28: "diariovasco.com 2019, 20minutos.es 2023, mivoluntariado.org",
  29: "dr-bahr.com, otto-schmidt.de",
  30: "morrirossetti.it, cms.law, dirittoaldigitale.com",
  31: "lydian.be Jan 2026, freshfields 2025",
  32: "gapsolutions.dk 2024, unitas; ages: twobirds tracker, blog.kuan0.com",
  33: "globalpolicywatch.com, legance.it, aoshearman, cadeproject May 2026",
  34: "w3c/dpv guides/consent-27560.html @02cdc2c",
  35: "ThomasMoreAI/legal-skills-open consent-receipt-spec",
  36: "public code constants for dpv terms",
  37: "rfc9989.json mirror, checkdmarc 5.16 notes",
  38: "netquery.tools, grokipedia, mailgun, gmail FAQ gist",
  39: "dmarcian.com, suped.com",
  40: "aepd.es FAQ-0217, globalsuitesolutions.com",
  41: "projekt29.de (BayLDA on the network address), betriebs-berater.ruw.de (I ZR 164/09), optivo.com 2016 (AG Bonn 104 C 227/15)",
} as const);

/** A value that no source was read for. */
export const MEMORY = "from memory, not read for this purpose";

/** A value that follows from the provision of the row. */
export const DERIVED = "follows from the provision of the row";
