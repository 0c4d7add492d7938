// A shop whose page is drawn by script, again and again: the element stays, and the form is never left.
const main = document.querySelector("main");
const form = document.createElement("form");
form.innerHTML = `<h1>Su pedido</h1>
<p><label>Correo electrónico <input type="email" name="email" required></label></p>
<licet-consent form="order"></licet-consent>
<button>Comprar, 149 €</button> <output></output>`;
main.append(form);

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const data = new FormData(form);
  const token = data.get("licet-token");
  const order = {
    email: data.get("email"),
    reference: crypto.randomUUID(),
    ...(token && {
      consent: { token, boxes: data.getAll("licet-box"), refused: data.has("licet-refused") },
    }),
  };
  const answer = await fetch("/api/orders", { method: "POST", body: JSON.stringify(order) });
  const { said } = await answer.json();
  form.querySelector("output").textContent = ["Gracias.", ...said].join(" ");
  // The next order is another act: nothing is ticked, and the element asks for a token of its own.
  form.reset();
});
