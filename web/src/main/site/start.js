'use strict';

// The page's content security policy allows no script within the page itself, so the one call stands here.
main([]);
