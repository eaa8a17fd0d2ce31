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

// Puts a passage aside, or the part of it that the button names; Python answers with a sentence, which `tell` shows.
const putAside = (root, button, setTriggerValue) => {
  root.dataset.asked = "yes";
  const { passage, start, end } = button.dataset;
  setTriggerValue("clip", { passage, start: Number(start || 0), end: end ? Number(end) : null });
};

// Says at the page's corner, for a while, what became of it.
const tell = (root, [text, number]) => {
  if (!text || root.dataset.told === String(number)) return;
  const first = root.dataset.told === undefined && !root.dataset.asked;
  root.dataset.told = String(number);
  if (first) return;  // said before this page was drawn
  root.querySelector(":scope > .told")?.remove();
  const said = document.createElement("p");
  said.className = "told";
  said.setAttribute("role", "status");
  root.append(said);
  said.textContent = text;
  setTimeout(() => said.remove(), 5000);
};
