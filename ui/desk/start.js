// Shows what Python escaped; its links open other pages of the desk.
export default function ({ data, parentElement }) {
  showHtml(parentElement.querySelector(".start-root"), data);
}
