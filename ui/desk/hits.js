// Opens notes and page pictures and copies citations. It adds no text of its own to what Python escaped.
export default function ({ data, parentElement, setTriggerValue }) {
  const list = parentElement.querySelector(".hits");
  if (!showHtml(list, data)) return;

  const byId = (id) => list.querySelector(`[id="${CSS.escape(id)}"]`);

  const showNote = (note, open) => {
    openNote(note, open);
    for (const marker of list.querySelectorAll(`.marker[data-note="${CSS.escape(note.id)}"]`)) {
      marker.setAttribute("aria-expanded", String(open));
    }
  };

  const button = (label, kind, data) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = `act ${kind}`;
    Object.assign(made.dataset, data);
    made.textContent = label;
    return made;
  };

  const pick = (hit, quote) => {
    const panel = hit.querySelector(".picked");
    for (const other of hit.querySelectorAll(".sentence.is-picked")) other.classList.remove("is-picked");
    const again = panel.dataset.quote === quote.dataset.quote && !panel.hidden;
    panel.hidden = again;
    if (again) return;
    quote.previousElementSibling.classList.add("is-picked");
    panel.dataset.quote = quote.dataset.quote;
    panel.dataset.start = quote.dataset.start;
    const words = document.createElement("span");
    words.className = "picked-place";
    words.textContent = `This sentence: ${quote.dataset.place}`;
    panel.replaceChildren(
      words,
      button("Copy quotation and citation", "copy", { copy: `“${quote.dataset.quote}” ${quote.dataset.reference}` }),
      button("Copy citation", "copy", { copy: quote.dataset.reference }),
      button("Copy with [@key]", "copy", { copy: `“${quote.dataset.quote}” ${quote.dataset.pandoc}` }),
      button("Put aside", "clip", { passage: hit.dataset.passage, start: quote.dataset.start, end: quote.dataset.end }),
    );
    check(hit, panel, quote.dataset);
  };

  // Says whether the words stand so on the page; where that is not sure, shows the piece of the page.
  const check = async (hit, panel, { start, end }) => {
    const answer = await fetch(`/checked/${encodeURIComponent(hit.dataset.passage)}?start=${start}&end=${end}`);
    if (!answer.ok || panel.dataset.start !== start) return;
    const { sure, message, pieces } = await answer.json();
    const said = document.createElement("span");
    said.className = sure ? "checked" : "checked unsure";
    said.textContent = message;
    panel.append(said);
    if (sure) return;
    for (const source of pieces) {
      const image = document.createElement("img");
      image.src = source;
      image.alt = "The piece of the page that the words stand on";
      panel.append(image);
    }
  };

  const showPages = (hit, toggle) => {
    const pictures = hit.querySelector(".pictures");
    pictures.hidden = !pictures.hidden;
    toggle.setAttribute("aria-expanded", String(!pictures.hidden));
    toggle.textContent = pictures.hidden ? "Show the page" : "Hide the page";
    for (const image of pictures.querySelectorAll("img[data-src]")) {
      image.src = image.dataset.src;
      delete image.dataset.src;
    }
  };

  list.onclick = (event) => {
    const target = event.target.closest("button, .sentence");
    if (!target) return;
    const hit = target.closest(".hit");
    if (target.matches(".marker")) {
      const note = byId(target.dataset.note);
      showNote(note, target.getAttribute("aria-expanded") !== "true");
      note.scrollIntoView({ block: "nearest" });
    } else if (target.matches(".brief")) {
      const note = target.closest(".note");
      showNote(note, target.getAttribute("aria-expanded") !== "true");
    } else if (target.matches(".quote")) {
      pick(hit, target);
    } else if (target.matches(".sentence")) {
      if (!window.getSelection().toString()) pick(hit, target.nextElementSibling);
    } else if (target.matches(".copy")) {
      copyText(target, target.dataset.copy);
    } else if (target.matches(".clip")) {
      putAside(target, setTriggerValue);
    } else if (target.matches(".show-page")) {
      showPages(hit, target);
    }
  };
}
