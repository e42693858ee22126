int attache_shim(void){return 0;}
