// Shows what Python escaped; its links open other pages of the desk, its buttons correct what is counted wrongly.
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".sources-root");
  if (root.dataset.version === data.version) return;
  root.dataset.version = data.version;
  root.innerHTML = data.html;
  followLinks(root);
  root.onclick = (event) => {
    const button = event.target.closest("button");
    if (button) correctOrUndo(button, setTriggerValue);
  };
}
