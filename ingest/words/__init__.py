"""What words on a page say by themselves: names, dates, addresses, UN symbols, languages."""
