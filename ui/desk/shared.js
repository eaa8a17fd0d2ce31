// What all parts of the desk do. None of it adds text that Python did not escape.

// Copies, or where the browser forbids it offers the words to be copied by hand.
const copyText = async (button, text) => {
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    button.textContent = "Press Ctrl+C";
    const field = document.createElement("textarea");
    field.value = text;
    button.after(field);
    field.select();
    field.addEventListener("blur", () => field.remove());
  }
  setTimeout(() => { button.textContent = label; }, 1600);
};

const openNote = (note, open) => {
  note.querySelector(".whole").hidden = !open;
  note.querySelector(".brief").setAttribute("aria-expanded", String(open));
  note.classList.toggle("is-open", open);
};

// Opens another page of the desk without loading the desk anew: Streamlit follows the address as when a reader goes
// back and forth in the browser. (Its own way, `st.switch_page`, leaves an address in the history that no page has.)
// A click that asks for a new tab is left alone.
const followLinks = (root) => {
  if (root.dataset.follows) return;
  root.dataset.follows = "yes";
  root.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-desk]");
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.pushState({}, "", link.getAttribute("href"));
    dispatchEvent(new PopStateEvent("popstate"));
  });
};

// Puts a passage aside, or the part of it that the button names; Python says what became of it.
const putAside = (button, setTriggerValue) => {
  const { passage, start, end } = button.dataset;
  setTriggerValue("clip", { passage, start: Number(start || 0), end: end ? Number(end) : null });
};

// Asks for the form that corrects what the button names, or takes a correction back; whether it was such a button.
const correctOrUndo = (button, setTriggerValue) => {
  if (button.matches(".correct")) setTriggerValue("correct", JSON.parse(button.dataset.fault));
  else if (button.matches(".undo")) setTriggerValue("undo", button.dataset.undo);
  else return false;
  return true;
};

// Puts HTML that Python escaped into the page; whether it is other HTML than stands there.
const showHtml = (root, data) => {
  if (root.shown === data.html) return false;
  root.shown = data.html;
  root.innerHTML = data.html;
  followLinks(root);
  return true;
};
