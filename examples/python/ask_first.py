"""Asks Licet before each mail: what is not permitted does not go. To be copied; it needs nothing but Python 3.

As a program it sends a mail to each address that it is given, through the mail server at SMTP_HOST and SMTP_PORT:

    LICET_URL=http://127.0.0.1:4000 LICET_KEY=licet_... python3 ask_first.py newsletter ana@example.com leo@example.com
"""

import json
import os
import smtplib
import sys
import urllib.request
from email.message import EmailMessage
from email.utils import getaddresses


class NotPermitted(Exception):
    """Somebody may not be written to, so the mail went to nobody; `answers` says who and why."""

    def __init__(self, answers):
        super().__init__("not permitted: " + ", ".join(sorted({answer["code"] for answer in answers})))
        self.answers = answers


class Licet:
    def __init__(self, url, key):
        """`key`: one with the scope `permits:ask`."""
        self.url, self.key = url, key

    def ask(self, purpose, emails, **message):
        """The answer about each address, in their order; at most 10,000. `message` is what the mail declares of itself."""
        question = {"purpose": purpose, "people": [{"email": email} for email in emails]}
        if message:
            question["message"] = message
        request = urllib.request.Request(
            self.url + "/api/v1/permits",
            json.dumps(question).encode(),
            {"Authorization": "Bearer " + self.key, "Content-Type": "application/json"},
        )
        # No answer is no permit: whatever goes wrong here is an exception, and nothing is sent.
        with urllib.request.urlopen(request, timeout=10) as response:
            return json.load(response)["answers"]

    def send(self, smtp, mail, purpose, **message):
        """Sends the mail if everybody whom it goes to may have it; each permit stands in a header of it."""
        fields = [value for name in ("To", "Cc", "Bcc") for value in mail.get_all(name, [])]
        emails = [address for _, address in getaddresses(fields)]
        answers = self.ask(purpose, emails, **message)
        refused = [answer for answer in answers if answer["outcome"] != "permit"]
        if refused:
            raise NotPermitted(refused)
        mail["X-Licet-Permit"] = ", ".join(answer["id"] for answer in answers)
        return smtp.send_message(mail)


def main(purpose, *emails):
    licet = Licet(os.environ["LICET_URL"], os.environ["LICET_KEY"])
    with smtplib.SMTP(os.environ.get("SMTP_HOST", "127.0.0.1"), int(os.environ.get("SMTP_PORT", "25"))) as smtp:
        for email in emails:
            mail = EmailMessage()
            mail["From"], mail["To"], mail["Subject"] = "shop@example.com", email, "Spring"
            mail.set_content("The new shoes are here.")
            try:
                licet.send(smtp, mail, purpose)
                print("sent", email)
            except NotPermitted as refusal:
                print("kept", email, refusal.answers[0]["code"])


if __name__ == "__main__":
    main(*sys.argv[1:])
