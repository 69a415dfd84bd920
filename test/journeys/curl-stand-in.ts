/** Does what our printed commands ask of curl: `-H` headers, `-d` a body, which makes it a POST, and an address. */
const headers: Record<string, string> = {};
let body: string | undefined;
let address = "";
const words = process.argv.slice(2);
for (let word = words.shift(); word !== undefined; word = words.shift()) {
  if (word === "-d") body = words.shift();
  else if (word === "-H") {
    const [name, ...value] = words.shift()!.split(": ");
    headers[name!] = value.join(": ");
  } else address = word;
}
const answer = await fetch(address, { method: body === undefined ? "GET" : "POST", headers, body });
process.stdout.write(await answer.text());
