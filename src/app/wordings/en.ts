// Ready wordings in English. Needs counsel's approval before it is published.
import type { Wordings } from "./wordings.ts";

export const en: Wordings = {
  status: "needs counsel's approval",
  withdrawal: "I can withdraw this consent at any time with the link in every email.",
  anyBox: "Yes, {controller} may write to me by email about: {label}.",
  samples: { howOften: "at most twice a month", topic: "our new shoes and how to care for them" },
  boxes: {
    newsletter: {
      label: "Newsletter",
      clause: "Yes, {controller} may email me its newsletter, {howOften}. It is about: {topic}.",
      aim: "To send you our newsletter by email.",
    },
    offers: {
      label: "Offers and discounts",
      clause: "Yes, {controller} may email me offers and discounts, {howOften}. They are for: {topic}.",
      aim: "To send you offers and discounts by email.",
    },
    events: {
      label: "Events and invitations",
      clause: "Yes, {controller} may email me invitations to its events, {howOften}.",
      aim: "To invite you to our events by email.",
    },
    surveys: {
      label: "Surveys",
      clause:
        "Yes, {controller} may email me surveys, {howOften}, to ask what I think of its products and services.",
      aim: "To ask you by email, in surveys, what you think of our products and services.",
    },
    "partner-offers": {
      label: "Offers of our partners",
      clause:
        "Yes, {controller} may email me offers of other companies, {howOften}. They are offers of: {partners}. My address is not passed on to these companies.",
      aim: "To send you by email the offers of the companies that are named beside the box. We do not give them your address.",
    },
    "order-reminder": {
      label: "Reminder of an unfinished order",
      clause:
        "Yes, when I have begun an order and not completed it, {controller} may email me one reminder of it.",
      aim: "To remind you by email, once, of an order that you began and did not complete.",
    },
    "email-tracking": {
      label: "Measuring opens and clicks",
      clause:
        "Yes, {controller} may record when I open its emails and which links I follow, to learn what interests me. If I leave this box empty, I get the same emails without measuring.",
      aim: "To measure which emails you open and which links you follow.",
    },
  },
  similarProducts: {
    label: "Products similar to those you bought",
    text: "As our customer you may get emails from {controller} about our own products similar to those you buy, {howOften}. You can object free of charge, now with this box and later with the link in every email.",
    refusal: "No, I do not want emails about similar products.",
    aim: "To write to you by email about our own products similar to those you buy, unless you object.",
  },
  information: {
    label: "The information you asked for",
    aim: "To send you by email the information you ask for: {topic}. Nothing else.",
  },
  rows: {
    controller: {
      title: "Controller",
      text: "{controller}, {address}. Data protection contact: {contact}.",
    },
    purpose: { title: "Purpose" },
    basis: {
      title: "Legal basis",
      consent: "Your consent (GDPR 6(1)(a)). If you do not give it, this has no consequence.",
      customer:
        "Our legitimate interest in telling customers what we sell (GDPR 6(1)(f)) and the exception for existing customers in the law of your country.",
      request: "Your request (GDPR 6(1)(b)).",
    },
    recipients: {
      title: "Recipients",
      text: "Only companies that work for us under contract as processors: {recipients}. We do not sell your data.",
    },
    transfers: {
      title: "Transfers outside Europe",
      text: "Your data do not leave the European Economic Area.",
    },
    retention: {
      title: "How long we keep it",
      text: "Until you withdraw your consent or object. If we hear nothing from you, we stop after {months} months.",
    },
    rights: {
      title: "Your rights",
      text: "You can withdraw your consent or object to advertising at any time, with the link in every email. You can ask for access to your data, and have them corrected, erased, restricted or handed over to you: write to {contact}. You can complain to the data protection authority: {authority}.",
    },
    more: {
      title: "More information",
      text: "The complete information on data protection is linked beside this table.",
    },
  },
};
