// Shows a clipping that Python escaped; its buttons copy, its link opens the page that the words stand on.
export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".clipping-root");
  if (!showHtml(root, data)) return;
  root.onclick = (event) => {
    const button = event.target.closest(".copy");
    if (button) copyText(button, button.dataset.copy);
  };
}
