// Writes the name of the page before anything is painted, so that the styles show its static head.
document.documentElement.dataset.page = location.pathname.replace(/^\/|\/$/g, "") || "home";
