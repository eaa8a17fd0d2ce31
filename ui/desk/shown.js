// Shows what Python escaped; its links open other pages of the desk, its buttons copy, correct and undo.
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector("[class$=-root]");
  if (!showHtml(root, data)) return;
  root.onclick = (event) => {
    const button = event.target.closest("button");
    if (button?.matches(".copy")) copyText(button, button.dataset.copy);
    else if (button) correctOrUndo(button, setTriggerValue);
  };
}
