// Fetches a file when it is asked for, and says what became of it. First Python answers the press: it has then kept all
// that was typed or moved on the page before, a remark still being written among it.
const press = () => `${Date.now()} ${Math.random()}`;

const named = (answer) => {
  const [, name] = /filename\*=utf-8''([^;]+)/i.exec(answer.headers.get("content-disposition"));
  return decodeURIComponent(name);
};

const save = async (href, say) => {
  try {
    const answer = await fetch(href);
    if (!answer.ok) { say(await answer.text()); return; }
    const link = document.createElement("a");
    link.download = named(answer);
    link.href = URL.createObjectURL(await answer.blob());
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    say(`Saved: ${link.download}`);
  } catch {
    say("The desk does not answer. Is it still running?");
  }
};

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".export-root");
  const fresh = showHtml(root, data);
  const works = root.querySelector(".works input");
  const links = [...root.querySelectorAll(".formats a")];
  const say = (text) => { root.querySelector(".said").textContent = text; };
  const address = (link) => {
    const href = new URL(link.href);
    href.searchParams.delete("works");
    if (works?.checked) href.searchParams.set("works", "1");
    return href.href;
  };

  if (fresh) {
    if (works) {
      works.checked = root.works || false;
      works.onchange = () => { root.works = works.checked; };
    }
    root.onclick = (event) => {
      const link = event.target.closest(".formats a");
      if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      root.pressed = { at: press(), form: links.indexOf(link) };
      say("Making the file…");
      setTriggerValue("take", root.pressed.at);
    };
  }
  if (root.pressed && data.answered === root.pressed.at) {
    const link = links[root.pressed.form];
    root.pressed = null;
    save(address(link), say);
  }
}
