// Says on the page when the program could not start or has stopped; it cannot say so itself.
const show = () => { document.getElementById("failure").hidden = false; };
addEventListener("error", show, true);
addEventListener("unhandledrejection", show);
