// Shows what Python escaped; its links open other pages of the desk.
export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".sources-root");
  if (root.dataset.version === data.version) return;
  root.dataset.version = data.version;
  root.innerHTML = data.html;
  followLinks(root);
}
