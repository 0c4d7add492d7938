#!/usr/bin/env bash
# Sends a campaign over two thousand people through Debian's Postfix, on loopback and into a maildir, and checks that
# exactly the permitted ones got exactly one mail. It leaves nothing behind; KEEP=1 keeps the folder to look around in.
set -euo pipefail
cd "$(dirname "$0")/../.."
PATH=$PATH:/usr/sbin

people=test/corpus/people.jsonl
purpose=newsletter

bold='' dim='' green='' red='' plain=''
if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then
  bold=$'\e[1m' dim=$'\e[2m' green=$'\e[32m' red=$'\e[31m' plain=$'\e[0m'
fi
step() { printf '\n%s\n' "$bold$1$plain ${dim}${2:-}$plain"; }
row() { printf '  %-28s %6d  %s\n' "$1" "$2" "$dim${3:-}$plain"; }
fail() { printf '%s\n' "${red}send.sh:$plain $1" >&2; exit "${2:-1}"; }

[ -f "$people" ] || fail "\`$people\` is absent; run this from a clone of the repository" 3
command -v postfix >/dev/null || fail "Postfix is absent; install it with \`apt-get install postfix\`" 3
[ "$(id -u)" -eq 0 ] || fail "Postfix starts only as root; run \`sudo $0\`" 3

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

step "Postfix $(postconf -hd mail_version)" "on 127.0.0.1:$port, with all it owns in $scratch"
for what in check start; do
  postfix -c "$postfix" "$what" >>"$scratch/postfix.out" 2>&1 || {
    cat "$scratch/postfix.out" >&2
    fail "Postfix did not $what"
  }
done

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
permitted "$scratch/permitted-before"
step "licet campaign send" "the spring mail to everybody who may have it"
./bin/licet campaign send --purpose "$purpose" --template examples/lunaria/spring.md
permitted "$scratch/permitted-after"
postqueue -c "$postfix" -p
head -c 3000 "$(ls -d $scratch/maildir/all/new/* | head -1)"
tail -5 $scratch/mail.log
