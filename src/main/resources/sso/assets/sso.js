// A page that comes back from the browser's own memory may be somebody else's by now.
addEventListener('pageshow', function (event) {
  if (event.persisted) {
    location.reload();
  }
});

// Hands over without a click. The product takes a hand-off once, so the button does not post it again: it asks for a new one.
var handOff = document.getElementById('hand-off');
if (handOff) {
  var button = handOff.querySelector('button');
  button.disabled = true;
  button.addEventListener('click', function (event) {
    event.preventDefault();
    location.assign(handOff.getAttribute('data-again'));
  });
  setTimeout(function () {
    button.disabled = false;
  }, 5000);
  handOff.submit();
}
