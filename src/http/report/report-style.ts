// The style of reports, which are single files: it stands within them.
export const reportCss = `
:root{color-scheme:light dark;--paper:#faf8f4;--sheet:#fff;--ink:#1c211e;--soft:#565e59;--line:#dcd8ce;
--proven:#17553f;--customer:#5c9f80;--company:#5b7fa8;--ask:#d39b2c;--never:#a1261d;
--display:"Iowan Old Style","Palatino Linotype",Palatino,"URW Palladio L",P052,Charter,Georgia,"DejaVu Serif",serif;
--text:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif}
@media (prefers-color-scheme:dark){:root{--paper:#131715;--sheet:#1b201d;--ink:#ecebe5;--soft:#aab2ac;--line:#333a36;
--proven:#8fd6b4;--customer:#4c8f71;--company:#8fb2dd;--ask:#e0b253;--never:#f08478}}
*{box-sizing:border-box}
html{background:var(--paper);-webkit-text-size-adjust:100%}
body{margin:0;font:1rem/1.55 var(--text);color:var(--ink);overflow-wrap:break-word}
main{width:min(60rem,100%);margin:0 auto;padding:3rem 1.25rem 4rem}
h1{font:400 clamp(2rem,1.5rem + 2.4vw,2.75rem)/1.15 var(--display);letter-spacing:-.012em;margin:0 0 .5rem}
h2{font:400 1.75rem/1.3 var(--display);margin:3rem 0 1rem;padding-top:1.5rem;border-top:1px solid var(--line)}
h3{font:400 1.25rem/1.3 var(--display);margin:2.5rem 0 .75rem}
p{margin:0 0 .75rem}
.lead{font-size:1.125rem;color:var(--soft)}
.soft{color:var(--soft)}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.facts{display:flex;flex-wrap:wrap;gap:.5rem 2.5rem;margin:1.25rem 0 0}
.facts dt{color:var(--soft);font-size:.875rem}
.facts dd{margin:0}
.whole{display:block;width:100%;height:2.125rem}
.proven{fill:var(--proven);background:var(--proven)}
.customer{fill:var(--customer);background:var(--customer)}
.company{fill:var(--company);background:var(--company)}
.ask{fill:var(--ask);background:var(--ask)}
.never{fill:var(--never);background:var(--never)}
.key{display:inline-block;width:.75rem;height:.75rem;border-radius:3px;margin-right:.625rem}
table{width:100%;border-collapse:collapse}
th,td{text-align:left;vertical-align:top;padding:.5rem 1rem .5rem 0;border-top:1px solid var(--line);font-weight:400}
thead th{color:var(--soft);font-size:.875rem;border-top:0}
.legend{width:auto;margin:1rem 0 0}
.legend tr:first-child>*{border-top:0}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.why th[scope=row]{width:34%}
.why code{display:block;margin-left:1.375rem;font-size:.8125rem;color:var(--soft)}
.steps{list-style:none;margin:0;padding:0;display:grid;gap:.75rem}
.steps li{display:grid;grid-template-columns:6rem 1fr;gap:1rem;background:var(--sheet);border:1px solid var(--line);border-radius:10px;padding:1rem 1.25rem}
.steps strong{font:400 1.375rem/1.3 var(--display);text-align:right;font-variant-numeric:tabular-nums}
.steps b{font-weight:600}
.steps p{margin:.125rem 0 0;color:var(--soft);font-size:.9375rem}
.plots{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(26rem,100%),1fr));gap:2.5rem;margin-top:2.5rem}
figure{margin:0}
figcaption{font:400 1.125rem/1.3 var(--display);margin-bottom:.5rem}
figure svg{display:block;width:100%;height:auto}
svg text{font:15px var(--text);fill:var(--ink)}
svg text.soft{fill:var(--soft)}
footer{margin-top:3.5rem;padding-top:1.25rem;border-top:1px solid var(--line);color:var(--soft);font-size:.875rem}
.mark{font:.75rem/1.5 ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
@media (max-width:36rem){.steps li{grid-template-columns:1fr;gap:.25rem}.steps strong{text-align:left}
.why tr{display:block;padding:.5rem 0;border-top:1px solid var(--line)}.why th,.why td{display:block;border:0;padding:.125rem 0;width:auto!important;text-align:left}.why thead{display:none}}
@media print{main{padding:0}.steps li,figure,tr{break-inside:avoid}}
`.trim();
