// Rates as bars in an SVG, readable in light and in dark.

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

export function plot(title: string, unit: string, rates: Readonly<Record<string, number>>): string {
  const most = Math.max(...Object.values(rates));
  const [labels, bars, row] = [300, 340, 34];
  const rows = Object.entries(rates).map(([name, value], index) => {
    const [y, length] = [48 + index * row, Math.max(1, Math.round((value / most) * bars))];
    const fill = name.startsWith("Licet") ? "#2f6fde" : "#8a8a8a";
    return `<text x="${labels - 10}" y="${y + 15}" text-anchor="end">${escaped(name)}</text>
<rect x="${labels}" y="${y}" width="${length}" height="22" rx="2" fill="${fill}"/>
<text x="${labels + length + 8}" y="${y + 15}">${Math.round(value).toLocaleString("en")}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="${64 + rows.length * row}" font-family="system-ui,sans-serif" font-size="13" fill="#777777">
<title>${escaped(title)}</title>
<text x="10" y="24" font-size="15" font-weight="600">${escaped(`${title}, ${unit}`)}</text>
${rows.join("\n")}
</svg>
`;
}
