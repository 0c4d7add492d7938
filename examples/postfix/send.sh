#!/usr/bin/env bash
# Sends a campaign over two thousand people through Debian's Postfix, on loopback and into a maildir, and checks that
# exactly the permitted ones got exactly one mail. It leaves nothing behind; KEEP=1 keeps the folder to look around in.
set -euo pipefail
cd "$(dirname "$0")/../.."
# Daemons live there, and not every shell looks there. One order of letters for `sort` and `comm`.
export PATH=$PATH:/usr/sbin LC_ALL=C

people=test/corpus/people.jsonl
purpose=newsletter

bold='' dim='' green='' red='' plain=''
if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then
  bold=$'\e[1m' dim=$'\e[2m' green=$'\e[32m' red=$'\e[31m' plain=$'\e[0m'
fi
step() { printf '%s\n' "$bold$1$plain $dim· $2$plain"; }
row() { printf '  %-28s %6d  %s\n' "$1" "$2" "$dim${3:-}$plain"; }
fail() { printf '%s\n' "${red}send.sh:$plain $1" >&2; exit "${2:-1}"; }

[ -f "$people" ] || fail "\`$people\` is absent; run this from a clone of the repository" 3
command -v postfix >/dev/null || fail "needs Postfix, and to run as root; install it with \`apt-get install postfix\`" 3
[ "$(id -u)" -eq 0 ] || fail "needs to run as root, since Postfix starts as nobody else" 3

# Always below /tmp: Postfix gives up root before it delivers, and could not pass through a private TMPDIR.
scratch=$(mktemp -d /tmp/licet-postfix.XXXXXX)
postfix=$scratch/postfix
leave() {
  postfix -c "$postfix" stop >>"$scratch/postfix.out" 2>&1 || true
  if [ "${KEEP:-}" = 1 ]; then printf '%s\n' "${dim}kept: $scratch$plain"; else rm -rf "$scratch"; fi
}
trap leave EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

mkdir "$postfix" "$scratch"/{queue,data,maildir}
chmod 755 "$scratch" "$postfix" "$scratch/queue"
chown postfix "$scratch/data"
chown 65534:65534 "$scratch/maildir"
port=$(node -p 'const s = net.createServer().listen(0); const { port } = s.address(); s.close(); port')
{
  cat examples/postfix/main.cf
  echo "scratch = $scratch"
  echo "domains = $(sed -E 's/^\{"email":"[^"@]+@([^"]+)".*/\1/' "$people" | sort -u | paste -sd ' ')"
} >"$postfix/main.cf"
sed "s/PORT/$port/" examples/postfix/master.cf >"$postfix/master.cf"

echo
step "Postfix $(postconf -hd mail_version)" "on 127.0.0.1:$port, with all it owns in $scratch"
postfix -c "$postfix" start >>"$scratch/postfix.out" 2>&1 || {
  cat "$scratch/postfix.out" "$scratch/mail.log" >&2 || true
  fail "Postfix did not start"
}
echo

# A data folder and a relay of this run alone: whatever else is set on this machine stays out of it.
unset DATABASE_URL LICET_SECRET LICET_PORT LICET_PUBLIC_URL
export LICET_DATA=$scratch/licet LICET_SMTP_URL=smtp://127.0.0.1:$port

permitted() {
  ./bin/licet audience --purpose "$purpose" --json |
    sed -nE 's/^\{"email":"([^"]+)","outcome":"permit".*/\1/p' | sort >"$1"
}

step "licet apply" "the shop Lunaria: who writes, what for, in which words it asked"
./bin/licet apply examples/lunaria/licet.yaml
step "licet record" "$people"
./bin/licet record "$people"
echo
permitted "$scratch/permitted-before"
step "licet campaign send" "the spring mail to everybody who may have it"
./bin/licet campaign send --purpose "$purpose" --template examples/lunaria/spring.md
permitted "$scratch/permitted-after"

queue_empty() { [ "$(postqueue -c "$postfix" -p)" = "Mail queue is empty" ]; }
deadline=$((SECONDS + 60))
until queue_empty; do
  if [ "$SECONDS" -ge "$deadline" ]; then
    tail -n 20 "$scratch/mail.log" >&2
    fail "Postfix still holds mail after a minute; its log ends as above"
  fi
  sleep 0.2
done

# Permissions lapse with time, so one may have changed while the campaign ran: whoever was permitted both before and
# after must have the mail, whoever was permitted neither before nor after must not.
cd "$scratch"
find maildir -type f -exec grep -hm1 '^Delivered-To: ' {} + | sed 's/^Delivered-To: //' | sort >received
uniq received >reached
uniq -d received >twice
comm -12 permitted-before permitted-after >throughout
sort -u permitted-before permitted-after >ever
comm -23 throughout reached >missed
comm -13 ever reached >uninvited
count() { wc -l <"$1"; }

step "What the maildir says" "by the recipient that Postfix wrote on top of each mail"
row "permitted" "$(count throughout)" "before the campaign and after it"
changed=$(($(count ever) - $(count throughout)))
[ "$changed" -eq 0 ] || row "permitted for a part" "$changed" "their permission began or ended meanwhile; either is right"
row "mails received" "$(count received)"
row "permitted, without mail" "$(count missed)"
row "mail without permission" "$(count uninvited)"
row "more than one mail" "$(count twice)"
echo
if [ ! -s throughout ] || [ -s missed ] || [ -s uninvited ] || [ -s twice ]; then
  fail "the maildir and the verdicts do not agree; run it with KEEP=1 and compare the lists in its folder"
fi
echo "${green}exactly the permitted ones, once each$plain"
