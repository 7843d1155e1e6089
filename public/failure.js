// Says on the page that the program can't run or has stopped, and offers the draft that the device
// keeps as a file. Browsers too old for the program run this too, so it is written for them.
(function () {
  var isRunning = false;

  function element(id) { return document.getElementById(id); }

  function keptDraft() {
    try { return localStorage.getItem("waymark.draft"); } catch (blocked) { return null; }
  }

  function show(reason) {
    var failure = element("failure");
    if (!failure.hidden) return;
    element(reason).hidden = false;
    var draft = keptDraft();
    if (draft !== null) {
      var link = element("failure-file");
      link.download = link.getAttribute("data-name");
      link.href = URL.createObjectURL(new Blob([draft], { type: "application/json" }));
      element("failure-draft").hidden = false;
    }
    if (element("loading")) element("loading").hidden = true;
    failure.hidden = false;
    failure.scrollIntoView();
  }

  function isOf(kind, error) { return typeof WebAssembly === "object" && error instanceof WebAssembly[kind]; }

  // Until the program runs, any error keeps it from starting; afterwards only its own end matters.
  function handle(error) {
    if (isOf("CompileError", error)) show("failure-unsupported");
    else if (!isRunning || isOf("RuntimeError", error)) show("failure-stopped");
  }

  addEventListener("TrunkApplicationStarted", function () { isRunning = true; });
  addEventListener("unhandledrejection", function (event) { handle(event.reason); });
  addEventListener("error", function (event) {
    if (event.target === window || event.target.tagName === "SCRIPT") handle(event.error);
  }, true);
  if (typeof WebAssembly !== "object" || !("noModule" in document.createElement("script"))) show("failure-unsupported");
})();
