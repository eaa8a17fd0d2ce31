// Shows what Python escaped; its links open other pages of the desk, its buttons correct what is counted wrongly.
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".sources-root");
  if (!showHtml(root, data)) return;
  root.onclick = (event) => {
    const button = event.target.closest("button");
    if (button) correctOrUndo(button, setTriggerValue);
  };
}
