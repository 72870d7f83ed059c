'use strict';

// Pando's Java, compiled, calls contend() with what it measures and how.
importScripts('contender.js', 'pando-compiled.js');
main([]);
