// 大字版: a classic script in the head, so that the letters have their size before the first paint.
(function () {
  'use strict';
  var KEY = 'leitai.large';
  var root = document.documentElement;

  function stored() {
    try {
      return localStorage.getItem(KEY) === '1';
    } catch (refused) {
      return false; // private mode of some browsers: the choice then lasts for the page
    }
  }

  function store(large) {
    try {
      localStorage.setItem(KEY, large ? '1' : '0');
    } catch (refused) {
      // see above
    }
  }

  function show(large) {
    root.classList.toggle('large', large);
    document.querySelectorAll('[data-large]').forEach(function (button) {
      button.hidden = false;
      button.setAttribute('aria-pressed', String(large));
    });
  }

  root.classList.toggle('large', stored());
  document.addEventListener('DOMContentLoaded', function () {
    show(stored());
  });
  document.addEventListener('click', function (event) {
    if (event.target.closest && event.target.closest('[data-large]')) {
      var large = !root.classList.contains('large');
      store(large);
      show(large);
    }
  });
})();
