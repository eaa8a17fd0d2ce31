// Shows what Python escaped; its links open the page read, its buttons copy cites.
export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".check-root");
  if (!showHtml(root, data)) return;
  root.onclick = (event) => {
    const button = event.target.closest(".copy");
    if (button) copyText(button, button.dataset.copy);
  };
}
