// The address that the server's terminal shows carries the code behind its #, which no browser sends on by itself.
function pair() {
  const code = decodeURIComponent(location.hash.slice(1));
  if (!code) return;
  history.replaceState(null, "", location.pathname);
  document.getElementById("code").value = code;
  document.querySelector("form").submit();
}

addEventListener("hashchange", pair);
pair();
