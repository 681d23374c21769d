SELECT edition, cities FROM edition;
