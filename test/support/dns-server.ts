// A name server for one test: it answers from lines of a zone file, over UDP and, where an answer is too long for it, over TCP.
import { createSocket } from "node:dgram";
import { type AddressInfo, createServer, type Socket } from "node:net";

export interface DnsServer {
  /** `127.0.0.1:PORT`. */
  readonly at: string;
  /** What was asked, as `NAME TYPE`, in order. */
  readonly asked: readonly string[];
  /** How many questions came over TCP. */
  readonly overTcp: number;
  /** Adds records, such as `shop.example. IN TXT "v=spf1 -all"`; of one name and type as many as come. */
  publish(...lines: readonly string[]): void;
  /** Takes away all records of a name and a type. */
  withdraw(name: string, type: Type): void;
  /** Answers for a name and all below it with SERVFAIL, or not at all. */
  fail(name: string, how: "SERVFAIL" | "silence"): void;
  close(): Promise<void>;
}

const types = { A: 1, MX: 15, TXT: 16, AAAA: 28 } as const;
type Type = keyof typeof types;

/** Of an answer over UDP without EDNS (RFC 1035 4.2.1). */
const mostOctets = 512;

export async function dnsServer(...lines: readonly string[]): Promise<DnsServer> {
  const zone = new Map<string, Buffer[]>();
  const failing = new Map<string, "SERVFAIL" | "silence">();
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  let overTcp = 0;

  const publish = (...more: readonly string[]) => {
    for (const line of more) {
      const [, name = "", type = "TXT", data = ""] = /^(\S+)\. IN (\w+) (.+)$/.exec(line) ?? [];
      if (name === "" || !(type in types)) throw new Error(`not a record: ${line}`);
      const key = `${name.toLowerCase()} ${type}`;
      zone.set(key, [...(zone.get(key) ?? []), encode(type as Type, data)]);
    }
  };

  /** Null: silence. */
  const answer = (query: Buffer): Buffer | null => {
    const { name, type, end } = questionIn(query);
    asked.push(`${name} ${type}`);
    const how = [...failing].find(([above]) => name === above || name.endsWith(`.${above}`))?.[1];
    if (how === "silence") return null;
    // A name is known that has a record of another type, or names below it.
    const exists = [...zone.keys()].some(
      (key) => key.split(" ")[0] === name || key.split(" ")[0]?.endsWith(`.${name}`),
    );
    const found = zone.get(`${name} ${type}`) ?? [];
    const header = Buffer.alloc(12);
    query.copy(header, 0, 0, 2);
    const code = how === "SERVFAIL" ? 2 : exists ? 0 : 3;
    header.writeUInt16BE(0x8180 | code, 2);
    header.writeUInt16BE(1, 4);
    header.writeUInt16BE(code === 0 ? found.length : 0, 6);
    const records = found.map((data) => {
      const record = Buffer.alloc(12);
      record.writeUInt16BE(0xc00c, 0);
      record.writeUInt16BE(types[type], 2);
      record.writeUInt16BE(1, 4);
      record.writeUInt32BE(60, 6);
      record.writeUInt16BE(data.length, 10);
      return Buffer.concat([record, data]);
    });
    return Buffer.concat([header, query.subarray(12, end), ...(code === 0 ? records : [])]);
  };

  const tcp = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
    socket.on("data", (bytes) => {
      overTcp += 1;
      const reply = answer(bytes.subarray(2));
      if (reply === null) return;
      const length = Buffer.alloc(2);
      length.writeUInt16BE(reply.length);
      socket.write(Buffer.concat([length, reply]));
    });
  });
  await new Promise<void>((resolve) => tcp.listen(0, "127.0.0.1", resolve));
  const { port } = tcp.address() as AddressInfo;
  const udp = createSocket("udp4");
  udp.on("message", (query, from) => {
    const reply = answer(query);
    if (reply === null) return;
    if (reply.length <= mostOctets) return udp.send(reply, from.port, from.address);
    // TC: the header and the question alone, to be asked again over TCP.
    const short = Buffer.from(reply.subarray(0, questionIn(query).end));
    short.writeUInt16BE(short.readUInt16BE(2) | 0x0200, 2);
    short.writeUInt16BE(0, 6);
    udp.send(short, from.port, from.address);
  });
  await new Promise<void>((resolve) => udp.bind(port, "127.0.0.1", resolve));

  publish(...lines);
  return {
    at: `127.0.0.1:${port}`,
    asked,
    get overTcp() {
      return overTcp;
    },
    publish,
    withdraw: (name, type) => void zone.delete(`${name} ${type}`),
    fail: (name, how) => void failing.set(name, how),
    async close() {
      for (const socket of sockets) socket.destroy();
      await Promise.all([
        new Promise<void>((resolve) => udp.close(resolve)),
        new Promise<void>((resolve) => void tcp.close(() => resolve())),
      ]);
    },
  };
}

/** The question of a query, and where it ends (RFC 1035 4.1.2). */
function questionIn(query: Buffer): { name: string; type: Type; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString("latin1", at + 1, at + 1 + length).toLowerCase());
    at += 1 + length;
  }
  const number = query.readUInt16BE(at + 1);
  const [type] = Object.entries(types).find(([, one]) => one === number) ?? ["TXT"];
  return { name: labels.join("."), type: type as Type, end: at + 5 };
}

function encode(type: Type, data: string): Buffer {
  switch (type) {
    case "TXT": {
      const strings = [...data.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text = ""]) =>
        text.replace(/\\(.)/g, "$1"),
      );
      return Buffer.concat(strings.map((text) => Buffer.from([text.length, ...Buffer.from(text, "latin1")])));
    }
    case "MX": {
      const [preference = "10", host = "."] = data.split(" ");
      return Buffer.concat([Buffer.from([0, Number(preference)]), nameOctets(host)]);
    }
    case "A":
      return Buffer.from(data.split(".").map(Number));
    case "AAAA": {
      const [before = "", after = ""] = data.split("::");
      const groups = (text: string) =>
        text === "" ? [] : text.split(":").map((group) => Number.parseInt(group, 16));
      const [head, tail] = [groups(before), groups(after)];
      const all = [...head, ...Array<number>(8 - head.length - tail.length).fill(0), ...tail];
      return Buffer.from(all.flatMap((group) => [group >> 8, group & 255]));
    }
  }
}

function nameOctets(name: string): Buffer {
  const labels = name.split(".").filter((label) => label !== "");
  return Buffer.from([...labels.flatMap((label) => [label.length, ...Buffer.from(label)]), 0]);
}
