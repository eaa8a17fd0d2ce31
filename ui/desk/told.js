// Says a sentence for a while; it stands in the page before it says anything, so that screen readers hear it.
export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".told-root");
  const line = root.querySelector(".told") || root.appendChild(Object.assign(document.createElement("p"), { className: "told" }));
  line.setAttribute("role", "status");
  if (!data.text || root.dataset.told === String(data.number)) return;
  root.dataset.told = String(data.number);
  clearTimeout(root.clearing);
  line.textContent = data.text;
  root.clearing = setTimeout(() => { line.textContent = ""; }, 6000);
}
